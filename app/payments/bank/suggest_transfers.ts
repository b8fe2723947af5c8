import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatAmount, formatDay } from '#app/shared/french_format'

/** What a line of the bank tells, to find what it pays. */
export interface LineClues {
  /** Signed. */
  amount: Cents
  on: Day
  /** All the words of the line: references, wording, the other party’s name. */
  words: string
  counterparty: string | null
  counterpartyLast4: string | null
  sameAccount: (bankAccountId: number) => boolean
}

export interface SuggestibleTransfer {
  id: number
  endToEndId: string
  statement: string
  association: string
  holder: string
  last4: string
  bankAccountId: number
  amount: Cents
  executionDate: Day
  state: string
}

export interface TransferSuggestion {
  transfer: SuggestibleTransfer
  /** Of 100. */
  score: number
  reasons: string[]
}

const SHOWN = 6
const WORTH_SHOWING = 25
const NEAR_DAYS = 5

/** The transfers that a line may pay or give back, the likeliest first, each with its reasons. Pure. */
export function suggestTransfers(
  line: LineClues,
  transfers: readonly SuggestibleTransfer[]
): TransferSuggestion[] {
  return transfers
    .map((transfer) => scored(line, transfer))
    .filter(({ score }) => score >= WORTH_SHOWING)
    .toSorted((a, b) => b.score - a.score || a.transfer.id - b.transfer.id)
    .slice(0, SHOWN)
}

function scored(line: LineClues, transfer: SuggestibleTransfer): TransferSuggestion {
  const told = clues(line, transfer).filter(({ holds }) => holds)
  return {
    transfer,
    score: told.reduce((sum, { weight }) => sum + weight, 0),
    reasons: told.map(({ reason }) => reason),
  }
}

function clues(line: LineClues, transfer: SuggestibleTransfer) {
  const { amount, endToEndId, statement, holder, last4, executionDate, bankAccountId } = transfer
  const words = plain(line.words)
  const days = Math.round((Date.parse(line.on) - Date.parse(executionDate)) / 86_400_000)
  const near = line.amount < 0 ? Math.abs(days) <= NEAR_DAYS : days >= 0 && days <= 60
  const names = shared(holder, `${line.counterparty ?? ''} ${line.words}`)
  return [
    {
      holds: amount === Math.abs(line.amount),
      weight: 40,
      reason: `le montant est le même, ${formatAmount(amount)}`,
    },
    {
      holds: [endToEndId, statement].some((one) => words.includes(plain(one))),
      weight: 30,
      reason: `la ligne cite ${endToEndId}`,
    },
    {
      holds:
        line.sameAccount(bankAccountId) ||
        (line.counterpartyLast4 !== null && line.counterpartyLast4 === last4),
      weight: 15,
      reason: `le compte finit par ${last4}`,
    },
    { holds: names, weight: 10, reason: `le titulaire, ${holder}, y est nommé` },
    { holds: near, weight: 5, reason: `l’exécution était demandée le ${formatDay(executionDate)}` },
  ]
}

/** Capitals and digits only: banks lose accents, spaces and dashes. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}

const COMMON_WORDS = new Set(['ASSOCIATION', 'VICTIMES', 'FRANCE', 'COMPTE', 'VIREMENT'])

/** Whether a telling word of the holder’s name stands in the line. */
function shared(holder: string, words: string): boolean {
  const told = new Set(tokens(words))
  return tokens(holder).some((one) => one.length >= 5 && !COMMON_WORDS.has(one) && told.has(one))
}

function tokens(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
}
