import {
  exportedCents,
  type ExportedLine,
  type LineProblem,
} from '#app/ledger/export/check_export_line'
import type { Cents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'

/** Follows the entries of a file from line to line: their numbers, and their balance. */
export interface EntryFollower {
  readonly lines: number
  readonly entries: number
  follow(line: ExportedLine): LineProblem[]
  /** The problems of the last entry, and of a file that has none. */
  end(): LineProblem[]
}

interface CurrentEntry {
  number: string
  debit: Cents
  credit: Cents
}

/**
 * In the whole journal the numbers follow one another; those of some days go up, for what the bank tells late is
 * booked on its day.
 */
export function followEntries({ whole }: { whole: boolean }): EntryFollower {
  let lines = 0
  let entries = 0
  let current: CurrentEntry = { number: '', debit: 0, credit: 0 }

  return {
    get lines() {
      return lines
    },
    get entries() {
      return entries
    },
    follow(line) {
      lines++
      const problems: LineProblem[] = []
      if (entries === 0 || line.EcritureNum !== current.number) {
        problems.push(
          ...balanceProblems(current),
          ...numberProblems(line, { first: entries === 0, previous: current.number, whole })
        )
        entries++
        current = { number: line.EcritureNum, debit: 0, credit: 0 }
      }
      current.debit += exportedCents(line.Debit) ?? 0
      current.credit += exportedCents(line.Credit) ?? 0
      return problems
    },
    end() {
      if (lines === 0) return [{ code: 'VIDE', message: 'Le fichier n’a aucune écriture.' }]
      return balanceProblems(current)
    },
  }
}

// A file may be that of a period: its first number is whatever comes after the period before.
function numberProblems(
  line: ExportedLine,
  { first, previous, whole }: { first: boolean; previous: string; whole: boolean }
): LineProblem[] {
  const step = Number(line.EcritureNum) - Number(previous)
  const follows = first || (whole ? step === 1 : step > 0)
  if (/^[1-9]\d*$/.test(line.EcritureNum) && follows) return []
  const after = first ? '' : ` ou ne suit pas ${previous}`
  const message = `EcritureNum\u00a0: «\u00a0${line.EcritureNum}\u00a0» n’est pas un numéro${after}.`
  return [{ code: 'NUMERO', message }]
}

function balanceProblems({ number, debit, credit }: CurrentEntry): LineProblem[] {
  if (debit === credit) return []
  const sides = `débit ${formatAmount(debit)}, crédit ${formatAmount(credit)}`
  return [
    { code: 'EQUILIBRE', message: `L’écriture ${number} n’est pas équilibrée\u00a0: ${sides}.` },
  ]
}
