import type { Random } from '#app/demo/random'

/** Bank codes and BICs of French banks, so that a reader recognises the form of an account. */
const BANKS = [
  ['30003', 'SOGEFRPP'],
  ['30004', 'BNPAFRPP'],
  ['30002', 'CRLYFRPP'],
  ['20041', 'PSSTFRPPXXX'],
  ['42559', 'CCOPFRPPXXX'],
  ['10278', 'CMCIFR2A'],
] as const

const PACIFIC_BANK = ['14889', 'BCADNCNN'] as const

// The RIB key reads A to I as 1 to 9, J to R as 1 to 9 again, S to Z as 2 to 9.
const RIB_LETTERS = '12345678912345678923456789'

export interface DemoAccount {
  readonly iban: string
  readonly bic: string
}

/** A drawn French account number with its true RIB key and IBAN check digits. */
export function makeIban(random: Random, place: 'sepa' | 'pacific' = 'sepa'): DemoAccount {
  const [bank, bic] = place === 'pacific' ? PACIFIC_BANK : random.pick(BANKS)
  const branch = digits(random, 5)
  const letter = random.chance(0.15) ? random.pick([...'ABCDEFGHJKLMNPRSTVWXYZ']) : '0'
  const account = `${bank}${branch}${digits(random, 6)}${letter}${digits(random, 4)}`
  const bban = account + ribKey(account)
  return { iban: `FR${ibanCheck(bban)}${bban}`, bic }
}

function ribKey(account: string): string {
  const number = account.replace(/[A-Z]/g, (letter) => RIB_LETTERS[letter.charCodeAt(0) - 65]!)
  return key(97 - modulo97(`${number}00`))
}

/** ISO 13616: A is 10 and Z is 35, the country and 00 moved to the end. */
function ibanCheck(bban: string): string {
  const number = `${bban}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return key(98 - modulo97(number))
}

function modulo97(number: string): number {
  let rest = 0
  for (const digit of number) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

function key(value: number): string {
  return String(value).padStart(2, '0')
}

function digits(random: Random, count: number): string {
  let text = ''
  for (let i = 0; i < count; i++) text += random.between(0, 9)
  return text
}
