import { restoreBackup, type Restoration } from '#app/keeping/backup/restore_backup'
import type { Watch } from '#app/keeping/backup/write_backup'
import type { Refused } from '#app/shared/result'
import { inScratchDatabase } from '#app/shared/scratch_database'
import { inScratchFolder } from '#app/shared/scratch_folder'

/** Restores a backup in a database and a folder of its own, verifies it there as any restoration, and drops both. */
export function verifyBackup(path: string, watch?: Watch): Promise<Restoration | Refused> {
  return inScratchFolder(() =>
    inScratchDatabase('verification', () => restoreBackup({ path, otherKey: true, watch }))
  )
}
