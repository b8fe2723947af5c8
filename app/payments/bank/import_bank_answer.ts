import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import { readBankAnswer } from '#app/payments/answers/read_bank_answer'
import type { BankAnswerKind } from '#app/payments/answers/bank_answer'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { settleAnswers } from '#app/payments/bank/settle_answers'
import { storeAnswer } from '#app/payments/bank/store_answer'
import { storeChecks } from '#app/payments/bank/store_checks'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface BankFileGiven {
  bytes: Uint8Array
  fileName: string
  actorId: number
  at?: Date
}

export interface ImportedAnswer {
  fileId: number
  /** The same bytes came before: nothing changed. */
  alreadyImported: boolean
  kind: BankAnswerKind
  /** Transfers moved, by the state they reached. */
  moved: Record<WrittenMove['state'], number>
  checks: number
  /** Lines that an earlier file had told. */
  known: number
  /** Of this file, what waits for somebody. */
  open: number
  notices: string[]
}

/**
 * Takes in what a bank answers: the whole file is read before anything is written, then everything it says is written
 * and followed in one transaction, one file at a time. The same file twice changes nothing; a line that two files tell
 * counts once. The file is kept as it was received.
 */
export async function importBankAnswer({
  bytes,
  fileName,
  actorId,
  at = new Date(),
}: BankFileGiven): Promise<ImportedAnswer | Refused> {
  const answer = readBankAnswer(bytes)
  if (isRefused(answer)) return answer
  const sha256 = createHash('sha256').update(bytes).digest()
  const key = `banque/${sha256.toString('hex')}.${answer.format === 'cfonb120' ? 'txt' : 'xml'}`
  return transaction<ImportedAnswer>(async (trx) => {
    await lockBankAnswers(trx)
    const before = await row<{ id: number }>(
      'SELECT id FROM bank_files WHERE sha256 = ?',
      [sha256],
      trx
    )
    if (before) return report(trx, before.id, [], 0, true)
    await drive.use().put(key, bytes)
    const file = { sha256, key, name: fileName, size: bytes.length, actorId, at }
    const { fileId } = await storeAnswer(trx, answer, file)
    const { checks } = await storeChecks(trx, fileId, { actorId, at })
    const settled = await settleAnswers(trx, fileId, { actorId, at })
    if (isRefused(settled)) return settled
    await recordEvent(trx, actorId, {
      verb: 'bank_file.imported',
      subject: ['bank_file', fileId],
      after: { fileName, kind: answer.kind, sha256: sha256.toString('hex') },
    })
    return report(trx, fileId, settled.moved, checks, false)
  })
}

async function report(
  trx: Trx,
  fileId: number,
  moves: readonly WrittenMove[],
  checks: number,
  alreadyImported: boolean
): Promise<ImportedAnswer> {
  const file = await row<{ kind: BankAnswerKind; known: number; notices: string[]; open: number }>(
    `SELECT kind, known, notices, (SELECT count(*) FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id
       LEFT JOIN bank_movements m ON m.id = p.movement_id LEFT JOIN bank_statuses s ON s.id = i.status_id
       WHERE i.resolution IS NULL AND coalesce(m.bank_file_id, s.bank_file_id) = f.id) AS open
     FROM bank_files f WHERE id = ?`,
    [fileId],
    trx
  )
  const count = (state: WrittenMove['state']) => moves.filter((move) => move.state === state).length
  return {
    fileId,
    alreadyImported,
    ...file!,
    checks,
    moved: {
      accepted: count('accepted'),
      executed: count('executed'),
      rejected: count('rejected'),
      returned: count('returned'),
    },
  }
}
