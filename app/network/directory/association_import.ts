import type { ImportColumn, ImportKind } from '#app/intake/import_kind'
import {
  ASSOCIATION_COLUMNS,
  checkAssociationRow,
  type AssociationColumn,
  type AssociationRow,
} from '#app/network/directory/check_association_row'
import { importAssociations } from '#app/network/directory/import_associations'
import {
  loadKnownAssociations,
  rememberAssociation,
} from '#app/network/directory/known_associations'
import { undoAssociations, whyAssociationsStay } from '#app/network/directory/undo_associations'

const ACCEPTS: Record<AssociationColumn, string> = {
  code: 'Le code court de l’association, unique.',
  nom: 'Son nom complet.',
  siret: 'Ses 14 chiffres, ou vide.',
  rna: 'W suivi de neuf signes, ou vide (Alsace, Moselle, outre-mer).',
  departements: 'Les codes séparés par des virgules : 01, 2A.',
  voie: 'Le nom de la voie.',
  numero: 'Le numéro dans la voie.',
  code_postal: 'Le code postal.',
  commune: 'La commune du siège.',
  pays: 'FR, ou le code du pays.',
  email: 'L’adresse électronique de l’association.',
  titulaire: 'Le nom exact du titulaire du compte.',
  iban: 'L’IBAN : il est proposé, puis approuvé par une autre personne.',
  bic: 'Le BIC, ou vide.',
}
const REQUIRED: ReadonlySet<AssociationColumn> = new Set(['code', 'nom', 'departements', 'commune'])

/** The network's associations, with the accounts they ask to be paid on. */
export default {
  kind: 'associations',

  columns: async () =>
    ASSOCIATION_COLUMNS.map((key): ImportColumn => ({
      key,
      required: REQUIRED.has(key),
      accepts: ACCEPTS[key],
      kind: 'text',
    })),

  async open(trx, { actorId, at }) {
    const known = await loadKnownAssociations(trx)
    const sound: AssociationRow[] = []
    return {
      take(_rowNumber, read, note) {
        const cells = Object.fromEntries(ASSOCIATION_COLUMNS.map((key) => [key, read(key)]))
        const checked = checkAssociationRow(cells, known)
        if ('problems' in checked) return checked.problems.forEach(note)
        rememberAssociation(known, checked.association)
        sound.push(checked)
      },
      settle: async () => [],
      abandon: async () => {},
      async apply(importId) {
        const evidence = `Import n° ${importId}`
        const result = await importAssociations(trx, sound, {
          actorId,
          importId,
          evidence,
          at,
        })
        return { created: result.created + result.updated, unchanged: result.unchanged }
      },
    }
  },

  usedBy: whyAssociationsStay,
  undo: undoAssociations,
} satisfies ImportKind
