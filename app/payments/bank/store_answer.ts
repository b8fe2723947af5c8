import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { bookedLines, freshLines, storeMovements } from '#app/payments/bank/store_movements'
import { storeStatuses } from '#app/payments/bank/store_statuses'
import { isDay, parisDay, type Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface ReceivedFile {
  sha256: Buffer
  key: string
  name: string
  size: number
  actorId: number
  at: Date
}

/** Writes all that a file says, as it says it; lines that an earlier file told are counted, not written again. */
export async function storeAnswer(
  trx: Trx,
  answer: BankAnswer,
  file: ReceivedFile
): Promise<{ fileId: number; known: number }> {
  const booked = bookedLines(answer)
  const fresh = await freshLines(trx, booked)
  const announced = answer.reports.flatMap(({ movements }) => movements).length - booked.length
  const known = booked.length - fresh.length
  const fileId = await storeFile(trx, answer, file, { announced, known })
  const day = toldOn(answer, file.at)
  await storeMovements(trx, fileId, fresh, day)
  await storeStatuses(trx, fileId, answer, day)
  return { fileId, known }
}

function toldOn({ createdAt }: BankAnswer, at: Date): Day {
  const day = createdAt?.slice(0, 10) ?? ''
  return isDay(day) ? day : parisDay(at)
}

async function storeFile(
  trx: Trx,
  answer: BankAnswer,
  { sha256, key, name, size, actorId, at }: ReceivedFile,
  { announced, known }: { announced: number; known: number }
): Promise<number> {
  const { format, kind, version, messageId, originalMessageId, notices } = answer
  const stored = await row<{ id: number }>(
    `INSERT INTO bank_files (sha256, file_key, file_name, size_bytes, format, kind, version, message_id,
       original_message_id, notices, announced, known, imported_by, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [
      sha256,
      key,
      name,
      size,
      format,
      kind,
      version,
      messageId,
      originalMessageId,
      notices,
      announced,
      known,
      actorId,
      at,
    ],
    trx
  )
  return stored!.id
}
