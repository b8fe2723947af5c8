import type { NotedProblem, ReadCell } from '#app/intake/import_kind'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { readBeneficiary, readChannel, readMandate } from '#app/saisines/vocabulary'
import type { Day } from '#app/shared/day'
import { DEPARTMENTS } from '#app/shared/departments'
import { normaliseKey, parseFrenchDay } from '#app/shared/french_parse'
import { remembered } from '#app/shared/remembered'

const CODE_LENGTH = 60

const readDay = remembered(parseFrenchDay)
const readCode = remembered((text) =>
  text.length > CODE_LENGTH || privacyGuard(text) ? null : normaliseKey(text)
)

/** What a row says of a saisine, its words turned into codes. */
export interface SaisineRead {
  reference: string
  conventionId: number
  associationId: number
  openedOn: Day
  channel: string
  department: string
  beneficiary: string
  mandate: string
  facts: string | null
  collectiveEvent: string | null
}

/** What turns the codes of a row into ours; null for an unknown one. */
export interface SaisineReaders {
  association: (text: string) => number | null
  convention: (text: string) => number | null
}

/** A saisine, from the cells of a row or of a screen; null, and what is wrong, when it is not sound. */
export function readSaisine(
  read: ReadCell,
  note: (problem: NotedProblem) => void,
  { association, convention }: SaisineReaders
): SaisineRead | null {
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
    const code = readCode(text)
    if (code !== null) return code
    const guard = privacyGuard(text)
    if (guard) fail(column, guard.message, 'Ne gardez que le code des faits.', '')
    else
      fail(
        column,
        'Le texte est trop long pour un code.',
        `Écrivez un code de ${CODE_LENGTH} caractères au plus.`
      )
    return null
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
    readDay(read('date_saisine')),
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
  return {
    reference,
    conventionId: conventionId!,
    associationId: associationId!,
    openedOn: openedOn!,
    channel: channel!,
    department,
    beneficiary: beneficiary!,
    mandate: mandate!,
    facts,
    collectiveEvent: event,
  }
}
