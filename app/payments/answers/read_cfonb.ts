import { accountAnswer } from '#app/payments/answers/account_answer'
import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { cfonbRecords, zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import { readCfonbStatement } from '#app/payments/answers/read_cfonb_statement'
import { ASK_SHORTER, MAX_LINES, problem, type Reading } from '#app/payments/answers/reading'

/** Statements in CFONB 120 (relevé de compte sur support informatique, 2004). Null once a problem is recorded. */
export function readCfonb(reading: Reading, text: string): BankAnswer | null {
  const records = cfonbRecords(reading, text)
  if (records.length > 3 * MAX_LINES || countMovements(records) > MAX_LINES) {
    problem(reading, 'TROP_LONG', 'Le fichier compte plus de 9\u202f000 lignes.', ASK_SHORTER)
    return null
  }
  const statements = cutInStatements(reading, records)
  if (reading.problems.length > 0) return null
  const read = statements.map((statement, index) =>
    readCfonbStatement(reading, statement, `relevé ${index + 1}`)
  )
  return accountAnswer(reading, read, {
    format: 'cfonb120',
    version: 'cfonb120',
    kind: 'statement',
    messageId: null,
    createdAt: null,
  })
}

// Balances count too: they enter the sums.
function countMovements(records: readonly CfonbRecord[]): number {
  return records.filter((record) => zone(record, 1, 2) !== '05').length
}

/** From each old balance (01) to its new one (07); the first record out of place ends the reading. */
function cutInStatements(reading: Reading, records: readonly CfonbRecord[]): CfonbRecord[][] {
  const statements: CfonbRecord[][] = []
  let open: CfonbRecord[] | null = null
  for (const record of records) {
    const code = zone(record, 1, 2)
    const expected = open ? ['04', '05', '07'] : ['01']
    const detached = code === '05' && open?.length === 1
    if (!expected.includes(code) || detached) {
      const found = `l’enregistrement ${record.rank} («\u00a0${code}\u00a0») n’est pas à sa place`
      problem(reading, 'STRUCTURE', `Le relevé n’est pas entier\u00a0: ${found}.`)
      return []
    }
    open ??= []
    open.push(record)
    if (code === '07') {
      statements.push(open)
      open = null
    }
  }
  if (open) {
    const missing = 'il manque le nouveau solde (enregistrement 07) du dernier compte'
    problem(reading, 'STRUCTURE', `Le fichier est coupé\u00a0: ${missing}.`)
  }
  return statements
}
