import { assertCents, type Cents } from '#app/shared/cents'

const LIMIT: Cents = 99_999_999_999

const SMALL = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const

const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const

/**
 * The amount in French words, in the traditional spelling: "mille deux cent trente-quatre euros et
 * cinquante-six centimes". Throws a RangeError beyond ± 999 999 999,99 €.
 */
export function amountInWords(cents: Cents): string {
  const size = Math.abs(assertCents(cents))
  if (size > LIMIT) throw new RangeError(`Too large to be written in words: ${cents}`)
  const rest = size % 100
  const centimes = rest === 0 ? '' : ` et ${below100(rest, true)} centime${rest < 2 ? '' : 's'}`
  return `${cents < 0 ? 'moins ' : ''}${euros((size - rest) / 100)}${centimes}`
}

function euros(n: number): string {
  // "million" is a noun: it takes "de" before what it counts when nothing follows it.
  if (n >= 1_000_000 && n % 1_000_000 === 0) return `${integerInWords(n)} d’euros`
  return `${integerInWords(n)} euro${n < 2 ? '' : 's'}`
}

function integerInWords(n: number): string {
  if (n === 0) return SMALL[0]
  const millions = Math.floor(n / 1_000_000)
  const thousands = Math.floor(n / 1000) % 1000
  const units = n % 1000
  const words: string[] = []
  if (millions > 0) words.push(below1000(millions, true), millions === 1 ? 'million' : 'millions')
  if (thousands > 1) words.push(below1000(thousands, false))
  if (thousands > 0) words.push('mille')
  if (units > 0) words.push(below1000(units, true))
  return words.join(' ')
}

// "cent" and "vingt" take their s when multiplied and last, before a noun (million, euro) but not
// before the numeral "mille": deux cents euros, deux cent un euros, deux cent mille euros.
function below1000(n: number, beforeNoun: boolean): string {
  if (n < 100) return below100(n, beforeNoun)
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  const cent = hundreds === 1 ? 'cent' : `${SMALL[hundreds]} cent`
  if (rest > 0) return `${cent} ${below100(rest, beforeNoun)}`
  return hundreds > 1 && beforeNoun ? `${cent}s` : cent
}

function below100(n: number, beforeNoun: boolean): string {
  if (n < 20) return SMALL[n] as string
  if (n === 80) return beforeNoun ? 'quatre-vingts' : 'quatre-vingt'
  if (n > 80) return `quatre-vingt-${SMALL[n - 80]}`
  const tens = Math.min(Math.floor(n / 10), 6) // soixante-dix counts on from soixante
  const rest = n - tens * 10
  if (rest === 0) return TENS[tens] as string
  return `${TENS[tens]}${rest === 1 || rest === 11 ? ' et ' : '-'}${SMALL[rest]}`
}
