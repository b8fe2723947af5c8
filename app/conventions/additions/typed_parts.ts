import type { HttpRequest } from '@adonisjs/core/http'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import type { Cents } from '#app/shared/cents'
import { addDays, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { parseAmountCents, parseFrenchDay, parseQuantity } from '#app/shared/french_parse'
import { overlap } from '#app/shared/period'
import type { Reason, Refused } from '#app/shared/result'
import { typed } from '#app/shared/screens/typed'

type Input = Pick<HttpRequest, 'input'>
type Change = (file: ConventionFile) => ConventionFile | Refused

/** Reads the fields of one form, noting each that cannot be read. */
class Reader {
  readonly reasons: Reason[] = []
  constructor(readonly request: Input) {}

  text(field: string, name: string): string {
    const text = typed(this.request, field, 500)
    if (text === '') this.blame(field, `${name} manque.`, 'Complétez ce champ.')
    return text
  }

  day(field: string): Day {
    const day = parseFrenchDay(typed(this.request, field, 40))
    if (day === null)
      this.blame(field, 'Cette date n’en est pas une.', 'Écrivez-la comme 22/11/2026.')
    return day ?? ''
  }

  amount(field: string): Cents {
    const cents = parseAmountCents(typed(this.request, field, 40))
    if (cents === null || cents <= 0) {
      this.blame(
        field,
        'Ce montant n’en est pas un.',
        'Écrivez des euros\u00a0: 120\u202f000 ou 120\u202f000,50.'
      )
    }
    return cents ?? 0
  }

  has(field: string): boolean {
    return typed(this.request, field) !== ''
  }

  blame(field: string, message: string, remedy: string): void {
    this.reasons.push({ code: 'SAISIE', message, remedy, field })
  }

  /** The change, unless a field could not be read. */
  then(change: Change): Change {
    return this.reasons.length > 0 ? () => ({ refused: this.reasons }) : change
  }
}

export function typedReceipt(request: Input): Change {
  const read = new Reader(request)
  const receipt = {
    receivedOn: read.day('recu_le'),
    amountCents: read.amount('versement_montant'),
    reference: read.text('reference', 'La référence'),
  }
  return read.then((file) => {
    if (file.receipts.some(({ reference }) => reference === receipt.reference)) {
      return taken(
        'reference',
        'Un versement porte déjà cette référence.',
        'Reprenez celle du relevé de banque.'
      )
    }
    return { ...file, receipts: [...file.receipts, receipt] }
  })
}

export function typedEnvelope(request: Input): Change {
  const read = new Reader(request)
  const envelope = readEnvelope(read, 'enveloppe')
  return read.then((file) => {
    const rival = file.envelopes.find((other) => overlap(other, envelope))
    if (rival) {
      const period = `du ${formatDay(rival.from)} au ${formatDay(addDays(rival.to, -1))}`
      return taken(
        'enveloppe_du',
        `Une enveloppe couvre déjà des jours de cette période\u00a0: ${period}.`,
        'Seul un avenant la remplace.'
      )
    }
    return { ...file, envelopes: [...file.envelopes, envelope] }
  })
}

export function typedAuthority(request: Input): Change {
  const read = new Reader(request)
  const reallocationAuthority = {
    article: read.text('article', 'L’article'),
    proof: read.text('preuve', 'La preuve'),
  }
  return read.then((file) => ({ ...file, reallocationAuthority }))
}

/** The next amendment: what it is about, and what it changes of the end, the ceiling, the deadline or an envelope. */
export function typedAmendment(request: Input): Change {
  const read = new Reader(request)
  const signedOn = read.day('signe_le')
  const effectiveOn = read.day('effet_le')
  const changes: Record<string, unknown> = { subject: read.text('objet', 'L’objet') }
  if (read.has('fin')) changes.endsOn = endAfter(read.day('fin'))
  if (read.has('plafond')) changes.ceilingCents = read.amount('plafond')
  const days = typed(request, 'delai', 10)
  if (days !== '' && parseQuantity(days) === null) {
    read.blame(
      'delai',
      'Ce délai n’est pas un nombre de jours.',
      'Écrivez un entier, 60 par exemple.'
    )
  }
  const stated = ['du', 'au', 'montant'].some((part) => read.has(`avenant_${part}`))
  const envelope = stated ? readEnvelope(read, 'avenant') : null
  return read.then((file) => {
    if (days !== '' && file.deadline === null) {
      return taken(
        'delai',
        'La convention ne fixe aucun délai.',
        'Un délai nouveau se dit dans le fichier de la convention.'
      )
    }
    const deadline = days === '' ? file.deadline : { ...file.deadline!, days: parseQuantity(days)! }
    if (days !== '') changes.deadline = deadline
    if (envelope) changes.envelopes = [envelope]
    const number = Math.max(0, ...file.amendments.map((one) => one.number)) + 1
    return {
      ...file,
      endsOn: (changes.endsOn as Day | undefined) ?? file.endsOn,
      ceilingCents: (changes.ceilingCents as Cents | undefined) ?? file.ceilingCents,
      deadline,
      envelopes: envelope
        ? [...file.envelopes.filter((other) => !overlap(other, envelope)), envelope]
        : file.envelopes,
      amendments: [...file.amendments, { number, signedOn, effectiveOn, changes }],
    }
  })
}

/** The three fields of an envelope, whose names begin with that of their form. */
function readEnvelope(read: Reader, form: string) {
  const from = read.day(`${form}_du`)
  const lastDay = read.day(`${form}_au`)
  if (from !== '' && lastDay !== '' && lastDay < from) {
    read.blame(
      `${form}_au`,
      'L’enveloppe finit avant de commencer.',
      'Donnez son dernier jour, inclus.'
    )
  }
  return { from, to: endAfter(lastDay), amountCents: read.amount(`${form}_montant`) }
}

/** Periods are written [from, to) in the books, and with their last day on the screens. */
function endAfter(lastDay: Day): Day {
  return lastDay === '' ? '' : addDays(lastDay, 1)
}

function taken(field: string, message: string, remedy: string): Refused {
  return { refused: [{ code: 'SAISIE', message, remedy, field }] }
}
