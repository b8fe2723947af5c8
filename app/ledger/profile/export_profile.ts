import { batches, refuseCharacter } from '#app/ledger/export/export_ledger'
import type { Unwritable } from '#app/ledger/export/export_entries'
import { bookSettings } from '#app/ledger/profile/book_settings'
import { profileHeader, profileRows } from '#app/ledger/profile/profile_rows'
import { readJournal, type JournalSpan } from '#app/ledger/read_journal'
import { refuse, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

export interface ExportedProfile {
  bytes: Buffer
  entries: number
}

/** The entries of a span of days as the CSV file that the settings describe. */
export async function exportProfile(
  trx: Trx,
  span: JournalSpan
): Promise<ExportedProfile | Refused> {
  const profile = await bookSettings(trx)
  const blocks = [profileHeader(profile)]
  let entries = 0
  let unwritable: Unwritable | null = null
  // Read to its end even after a refusal: a COPY left half-way blocks its connection.
  for await (const batch of batches(readJournal(trx, span))) {
    if (unwritable) continue
    const block = profileRows(batch, profile)
    if ('character' in block) unwritable = block
    else blocks.push(block)
    entries += batch.length
  }
  if (unwritable) return refuseCharacter(unwritable)
  if (entries === 0) {
    return refuse(
      'AUCUNE_ECRITURE',
      'Aucune écriture ne porte ces jours.',
      'Élargissez la période.'
    )
  }
  return { bytes: Buffer.concat(blocks), entries }
}
