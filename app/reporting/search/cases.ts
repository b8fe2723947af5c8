import { CASES } from '#app/accounts/access'
import { kindsToRead } from '#app/intake/import_words'
import { MOST_HITS, type Hit, type Query, type SearchGroup } from '#app/reporting/search/hit'
import { formatDay, formatSiret } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'

/** Saisines of a reference: by their unique index, whatever their number. */
const saisines: SearchGroup = {
  title: 'Saisines',
  roles: CASES,
  async find({ text, upper }) {
    const found = await rows<{
      id: number
      reference: string
      convention: string
      openedOn: string
      name: string
    }>(
      `SELECT s.id, s.reference, c.code AS convention, s.opened_on AS "openedOn", a.name
       FROM saisines s JOIN conventions c ON c.id = s.convention_id JOIN associations a ON a.id = s.association_id
       WHERE s.reference IN (?, ?) ORDER BY s.id LIMIT ${MOST_HITS}`,
      [text, upper]
    )
    return found.map(({ id, reference, convention, openedOn, name }) => ({
      title: reference,
      detail: `${convention}, du ${formatDay(openedOn)}, confiée à ${name}`,
      href: `/saisines/${id}`,
      exact: true,
    }))
  },
}

/** Fiches whose reference is that of no saisine: the others are in the story of theirs. */
const forms: SearchGroup = {
  title: 'Fiches retour sans saisine de ce nom',
  roles: CASES,
  async find({ text, upper }) {
    const found = await rows<{ id: number; reference: string; receivedOn: string; name: string }>(
      `SELECT f.id, f.reference, f.received_on AS "receivedOn", a.name
       FROM return_forms f JOIN associations a ON a.id = f.association_id
       WHERE f.reference IN (?, ?) AND NOT EXISTS (SELECT 1 FROM saisines s WHERE s.reference IN (?, ?))
       ORDER BY f.id LIMIT ${MOST_HITS}`,
      [text, upper, text, upper]
    )
    return found.map(({ id, reference, receivedOn, name }) => ({
      title: `${reference}, fiche n° ${id}`,
      detail: `reçue le ${formatDay(receivedOn)} de ${name}`,
      href: `/fiches/${id}`,
      exact: true,
    }))
  },
}

const associations: SearchGroup = {
  title: 'Associations',
  roles: CASES,
  async find({ text, upper, pattern }: Query) {
    const siret = text.replaceAll(/[\s.]/g, '')
    const found = await rows<{
      id: number
      code: string
      name: string
      town: string
      siret: string | null
      exact: boolean
    }>(
      `SELECT id, code, name, town, siret, (upper(code) = ? OR siret = ?) IS TRUE AS exact FROM associations
       WHERE upper(code) = ? OR siret = ? OR name ILIKE ? ORDER BY exact DESC, name, id LIMIT ${MOST_HITS}`,
      [upper, siret, upper, siret, pattern]
    )
    return found.map((one) => ({
      title: one.name,
      detail: [one.code, one.town, one.siret && `SIRET ${formatSiret(one.siret)}`]
        .filter(Boolean)
        .join(', '),
      href: `/associations/${one.id}`,
      exact: one.exact,
    }))
  },
}

const imports: SearchGroup = {
  title: 'Imports',
  roles: CASES,
  async find({ text, pattern }, role): Promise<Hit[]> {
    const kinds = kindsToRead(role)
    const found = await rows<{ id: number; fileName: string; day: string; exact: boolean }>(
      `SELECT id, file_name AS "fileName", (applied_at AT TIME ZONE 'Europe/Paris')::date AS day,
         lower(file_name) = lower(?) AS exact
       FROM imports WHERE file_name ILIKE ? AND kind IN (${kinds.map(() => '?').join(', ')})
       ORDER BY exact DESC, id DESC LIMIT ${MOST_HITS}`,
      [text, pattern, ...kinds]
    )
    return found.map(({ id, fileName, day, exact }) => ({
      title: fileName,
      detail: `enregistré le ${formatDay(day)}`,
      href: `/imports/${id}`,
      exact,
    }))
  },
}

export const CASE_GROUPS: readonly SearchGroup[] = [saisines, forms, associations, imports]
