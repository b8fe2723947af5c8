import type { NotedProblem, ReadCell } from '#app/intake/import_kind'
import { privacyGuard } from '#app/intake/privacy_guard'
import { readBeneficiary, readChannel, readMandate } from '#app/saisines/vocabulary'
import { copyText } from '#app/shared/copy'
import { DEPARTMENTS } from '#app/shared/departments'
import { normaliseKey, parseFrenchDay } from '#app/shared/french_parse'

type Note = (problem: NotedProblem) => void

/** One line for COPY in the order of the temporary table; null, and what is wrong, when the row is not sound. */
export function saisineLine(
  read: ReadCell,
  note: Note,
  association: (text: string) => number | null,
  convention: (text: string) => number | null
): string | null {
  let sound = true
  const fail = (column: string, message: string, remedy: string, value = read(column)) => {
    sound = false
    note({ column, value, message, remedy })
  }
  const known = <T>(column: string, value: T | null, message: string, remedy: string): T | null => {
    if (value === null) fail(column, message, remedy)
    return value
  }
  const coded = (column: string): string | null => {
    const text = read(column)
    if (text === '') return null
    const guard = privacyGuard(text)
    if (guard) fail(column, guard.message, 'Ne gardez que le code des faits.', '')
    else if (text.length > 60)
      fail(
        column,
        'Le texte est trop long pour un code.',
        'Écrivez un code de 60 caractères au plus.'
      )
    return normaliseKey(text)
  }

  const reference = read('reference')
  if (reference === '' || reference.length > 35) {
    fail(
      'reference',
      'La référence manque, ou dépasse 35 caractères.',
      'Reprenez la référence donnée par la plateforme.'
    )
  }
  const conventionId = known(
    'convention',
    convention(read('convention')),
    'Cette convention est inconnue.',
    'Écrivez le code d’une convention enregistrée.'
  )
  const associationId = known(
    'association',
    association(read('association')),
    'Cette association est inconnue.',
    'Écrivez le code de l’association tel qu’il est dans le réseau.'
  )
  const openedOn = known(
    'date_saisine',
    parseFrenchDay(read('date_saisine')),
    'Cette date n’existe pas ou n’est pas lisible.',
    'Écrivez une date comme 22/11/2026.'
  )
  const channel = known(
    'canal',
    readChannel(read('canal')),
    'Ce canal est inconnu.',
    'Écrivez plateforme, direct ou employeur.'
  )
  const department = read('departement').padStart(2, '0').toUpperCase()
  if (!DEPARTMENTS.has(department)) {
    fail('departement', 'Ce département n’existe pas.', 'Écrivez un code comme 01, 2A ou 974.')
  }
  const beneficiary = known(
    'beneficiaire',
    readBeneficiary(read('beneficiaire')),
    'Ce bénéficiaire est inconnu.',
    'Écrivez élu, proche ou salarié.'
  )
  const mandate = known(
    'mandat',
    readMandate(read('mandat')),
    'Ce mandat est inconnu.',
    'Écrivez maire, adjoint, conseiller, parlementaire ou autre, ou laissez vide.'
  )
  const facts = coded('nature_faits')
  const event = coded('evenement')
  if (!sound) return null
  return (
    copyText(reference) +
    `\t${conventionId}\t${associationId}\t${openedOn}\t${channel}\t${department}\t${beneficiary}\t${mandate}\t` +
    copyText(facts) +
    '\t' +
    copyText(event)
  )
}
