import type { NotedProblem, ReadCell } from '#app/intake/import_kind'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import type { FormReaders, PayableCodes } from '#app/returns/form_readers'
import type { Day } from '#app/shared/day'
import { normaliseKey, parseFrenchDay, parseQuantity, parseYesNo } from '#app/shared/french_parse'
import { remembered } from '#app/shared/remembered'

/** What a row says of the work done for a saisine, its words turned into codes. */
export interface ReturnFormRead {
  reference: string
  conventionId: number
  associationId: number
  receivedOn: Day
  firstContactOn: Day | null
  lastActOn: Day | null
  outcome: string
  /** JSON object: the services counted; one left blank has no entry. */
  quantities: string
  memoDeVie: boolean | null
  note: string | null
}

type Note = (problem: NotedProblem) => void

const NOTE_LENGTH = 500

const OUTCOMES = new Map([
  ['prise_en_charge', 'prise_en_charge'],
  ['pec', 'prise_en_charge'],
  ['accompagnement', 'prise_en_charge'],
  ['injoignable', 'injoignable'],
  ['refus', 'refus'],
  ['refus_d_accompagnement', 'refus'],
  ['reorientee', 'reorientee'],
  ['reoriente', 'reorientee'],
  ['reorientation', 'reorientee'],
])

const readDay = remembered(parseFrenchDay)
const readOutcome = remembered((text) => OUTCOMES.get(normaliseKey(text)) ?? null)

/** A form, from the cells of a row or of a screen; null, and what is wrong, when it is not sound. */
export function readReturnForm(
  read: ReadCell,
  note: Note,
  { association, convention, services }: FormReaders
): ReturnFormRead | null {
  let sound = true
  const fail = (column: string, message: string, remedy: string, value = read(column)) => {
    sound = false
    note({ column, value, message, remedy })
  }
  const day = (column: string, required: boolean): Day | null => {
    const text = read(column)
    if (text === '' && !required) return null
    const value = readDay(text)
    if (value === null) {
      fail(
        column,
        'Cette date n’existe pas ou n’est pas lisible.',
        'Écrivez une date comme 22/11/2026.'
      )
    }
    return value
  }

  const reference = read('reference_saisine')
  if (reference === '' || reference.length > 35) {
    fail(
      'reference_saisine',
      'La référence manque, ou dépasse 35 caractères.',
      'Reprenez la référence donnée par la plateforme.'
    )
  }
  const conventionId = convention(read('convention'))
  if (conventionId === null) {
    fail(
      'convention',
      'Cette convention est inconnue.',
      'Écrivez le code d’une convention enregistrée.'
    )
  }
  const associationId = association(read('association'))
  if (associationId === null) {
    fail(
      'association',
      'Cette association est inconnue.',
      'Écrivez le code de l’association tel qu’il est dans le réseau.'
    )
  }
  const receivedOn = day('date_reception', true)
  const firstContactOn = day('date_premier_contact', false)
  const lastActOn = day('date_dernier_acte', false)
  const outcome = readOutcome(read('issue'))
  if (outcome === null) {
    fail(
      'issue',
      'Cette issue est inconnue.',
      'Écrivez prise en charge, injoignable, refus ou réorientée.'
    )
  }
  const quantities = readQuantities(read, fail, services, conventionId)
  const memo = read('memo_de_vie')
  const memoDeVie = memo === '' ? null : parseYesNo(memo)
  if (memo !== '' && memoDeVie === null) {
    fail('memo_de_vie', 'Cette réponse n’est ni oui ni non.', 'Écrivez oui, non, ou laissez vide.')
  }
  const observations = readNote(read('observations'), fail)
  if (!sound) return null
  return {
    reference,
    conventionId: conventionId!,
    associationId: associationId!,
    receivedOn: receivedOn!,
    firstContactOn,
    lastActOn,
    outcome: outcome!,
    quantities,
    memoDeVie,
    note: observations,
  }
}

type Fail = (column: string, message: string, remedy: string, value?: string) => void

/** JSON object of the services counted; a service left blank has no entry. Codes need no escaping. */
function readQuantities(
  read: ReadCell,
  fail: Fail,
  services: PayableCodes,
  conventionId: number | null
): string {
  let json = ''
  for (const code of services.all) {
    const text = read(code)
    if (text === '') continue
    const quantity = parseQuantity(text)
    if (quantity === null) {
      fail(
        code,
        'Ce nombre n’est pas un entier positif.',
        'Écrivez un nombre entier, ou laissez vide.'
      )
    } else if (conventionId !== null && !services.of.get(conventionId)?.has(code)) {
      if (quantity > 0) {
        fail(
          code,
          'La convention de cette ligne ne paie pas cette prestation.',
          'Videz la cellule, ou corrigez la convention.'
        )
      }
    } else {
      json += `${json === '' ? '' : ', '}"${code}": ${quantity}`
    }
  }
  return `{${json}}`
}

/** Free text may not name anyone: the words at fault are never repeated, not even in the message. */
function readNote(text: string, fail: Fail): string | null {
  if (text === '') return null
  const guard = privacyGuard(text)
  if (guard) {
    fail('observations', guard.message, 'Retirez ce qui désigne une personne.', '')
  } else if (text.length > NOTE_LENGTH) {
    fail(
      'observations',
      `L’observation dépasse ${NOTE_LENGTH} caractères.`,
      'Gardez l’essentiel, sans récit.',
      ''
    )
  }
  return text
}
