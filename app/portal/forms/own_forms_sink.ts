import { loadAllTerms } from '#app/conventions/load_terms'
import type { ImportSink, NotedProblem, ReadCell } from '#app/intake/import_kind'
import { tryForm } from '#app/portal/forms/try_form'
import { insertReturnForm } from '#app/returns/insert_return_form'
import { lastAccount } from '#app/returns/last_account'
import type { OwnSaisine } from '#app/returns/own_saisine'
import { OWN_COLUMNS, readOwnForm } from '#app/returns/read_own_form'
import type { ReturnFormRead } from '#app/returns/read_return_form'
import { sameAccount } from '#app/returns/same_account'
import { servicesInForce } from '#app/returns/services_in_force'
import { parisDay } from '#app/shared/day'
import { parseFrenchDay } from '#app/shared/french_parse'
import { recordEvent } from '#app/shared/record_event'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Ready {
  form: ReturnFormRead
  saisineId: number
}

/**
 * Takes in the workbook of an association: lines of its own saisines, each with the checks of the page of its form. A
 * line without an issue waits for another time; one that was sent already, word for word, changes nothing.
 */
export async function openOwnFormsSink(
  trx: Trx,
  associationId: number,
  services: readonly string[],
  { actorId, at }: { actorId: number; at: Date }
): Promise<ImportSink> {
  const terms = new Map((await loadAllTerms(trx)).map((one) => [one.id, one]))
  const saisines = await lockedSaisines(trx, associationId)
  const departments = await rows<{ code: string }>(
    'SELECT department_code AS code FROM association_departments WHERE association_id = ? ORDER BY 1',
    [associationId],
    trx
  )
  const today = parisDay(at)
  const ready = new Map<number, Ready>()
  let unchanged = 0

  return {
    async take(_rowNumber, read, note) {
      if (isBlank(read, services)) return
      const saisine = saisines.get(keyOf(read('reference_saisine'), read('convention')))
      if (!saisine) return note(notYours(read('reference_saisine')))
      if (ready.has(saisine.id)) return note(twice(saisine.reference))
      const rules = terms.get(saisine.conventionId)!
      const contact = parseFrenchDay(read('date_premier_contact'))
      const inForce = servicesInForce(rules, saisine, contact)
      const cells = Object.fromEntries(
        [...OWN_COLUMNS, ...services].map((column) => [column, read(column)])
      )
      const form = readOwnForm(cells, saisine, services, today)
      if (isRefused(form)) {
        for (const { field, message, remedy } of form.refused) {
          const column = field ?? ''
          note({
            column,
            value: column === 'observations' ? '' : read(column),
            message,
            remedy: remedy ?? '',
          })
        }
        return
      }
      const last = await lastAccount(saisine, trx)
      if (last && sameAccount(form, last)) {
        unchanged++
        return
      }
      if (last) return note(sentAlready(saisine.reference))
      const facts = {
        terms: rules,
        services: inForce,
        departments: departments.map(({ code }) => code),
        retained: null,
      }
      const { blocking } = tryForm(form, saisine, facts)
      for (const { message, remedy } of blocking)
        note({ column: 'issue', value: '', message, remedy })
      if (blocking.length === 0) ready.set(saisine.id, { form, saisineId: saisine.id })
    },
    settle: () => Promise.resolve([]),
    abandon: () => Promise.resolve(),
    async apply() {
      for (const { form, saisineId } of ready.values()) {
        const created = (await insertReturnForm(trx, form, {
          origin: 'portal',
          attestedBy: actorId,
        }))!
        await trx.from('form_drafts').where('saisine_id', saisineId).delete()
        await recordEvent(trx, actorId, {
          verb: 'form.recorded',
          subject: ['return_form', created.id],
          after: { ...form, version: created.version },
        })
      }
      return { created: ready.size, unchanged }
    },
  }
}

/** The saisines of the association, by reference and convention: nobody else sends their forms meanwhile. */
async function lockedSaisines(trx: Trx, associationId: number): Promise<Map<string, OwnSaisine>> {
  await trx.rawQuery('SELECT 1 FROM saisines WHERE association_id = ? ORDER BY id FOR UPDATE', [
    associationId,
  ])
  const found = await rows<OwnSaisine>(
    `SELECT s.id, s.reference, s.convention_id AS "conventionId", c.code AS convention, c.title AS "conventionTitle",
       s.association_id AS "associationId", a.code AS association, s.opened_on AS "openedOn", s.channel, s.department,
       s.beneficiary
     FROM saisines s JOIN conventions c ON c.id = s.convention_id JOIN associations a ON a.id = s.association_id
     WHERE s.association_id = ?`,
    [associationId],
    trx
  )
  return new Map(found.map((one) => [keyOf(one.reference, one.convention), one]))
}

function keyOf(reference: string, convention: string): string {
  return `${convention.trim().toUpperCase()} ${reference.trim()}`
}

function isBlank(read: ReadCell, services: readonly string[]): boolean {
  return [...OWN_COLUMNS, ...services].every((column) => read(column) === '')
}

function notYours(value: string): NotedProblem {
  return {
    column: 'reference_saisine',
    value,
    message: 'Aucune saisine de votre association ne porte cette référence sous cette convention.',
    remedy: 'Reprenez la référence et la convention du classeur téléchargé.',
  }
}

function twice(value: string): NotedProblem {
  return {
    column: 'reference_saisine',
    value,
    message: 'Cette saisine est deux fois dans le classeur.',
    remedy: 'Gardez une seule ligne.',
  }
}

function sentAlready(value: string): NotedProblem {
  return {
    column: 'reference_saisine',
    value,
    message: 'La fiche de cette saisine est déjà envoyée, et dit autre chose.',
    remedy: 'Corrigez-la sur sa page, et retirez la ligne.',
  }
}
