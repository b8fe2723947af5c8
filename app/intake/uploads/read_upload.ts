import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { uploadFolder, type CheckedUpload, type Upload } from '#app/intake/uploads/upload'
import { readJson } from '#app/shared/read_json'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

const upload = (id: number) => join(uploadFolder(id), 'envoi.json')
const checked = (id: number) => join(uploadFolder(id), 'verification.json')

/** A file sent by this person and still kept, or null. */
export async function readUpload(id: number, actorId: number): Promise<Upload | null> {
  const kept = (await readJson(upload(id))) as Upload | undefined
  return kept?.actorId === actorId ? kept : null
}

export async function writeUpload(kept: Upload): Promise<void> {
  await writeFileAtomic(upload(kept.id), JSON.stringify(kept))
}

/** What its check found; null while it is not over. */
export async function readChecked(id: number): Promise<CheckedUpload | null> {
  return ((await readJson(checked(id))) as CheckedUpload | undefined) ?? null
}

export async function writeChecked(id: number, found: CheckedUpload): Promise<void> {
  await writeFileAtomic(checked(id), JSON.stringify(found))
}

/** Before another check: what the former one found no longer holds. */
export async function removeChecked(id: number): Promise<void> {
  await rm(checked(id), { force: true })
}
