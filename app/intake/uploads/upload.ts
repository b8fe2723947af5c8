import { join } from 'node:path'
import type { ImportProblem, ImportKind } from '#app/intake/import_kind'
import type { ImportReport } from '#app/intake/run_import'
import type { Reason } from '#app/shared/result'
import { storagePath } from '#start/env'

/** A file that a person sent, kept apart until it is applied, given up, or a day old. */
export interface Upload {
  /** Drawn at random: it names the folder and the address. */
  id: number
  kind: ImportKind['kind']
  fileName: string
  /** Whose titles these are; '' for nobody in particular. */
  sender: string
  /** Titles of the file → our columns, as the person told them. */
  titles: [title: string, field: string][]
  actorId: number
  /** When it was sent, ISO. */
  at: string
}

/** What the check of the whole file found. */
export interface CheckedUpload {
  /** Why nothing of the file can be read; empty when its rows were. */
  refused: Reason[]
  /** Titles of the file, when saying what they mean may make it readable. */
  titles: string[]
  report: Omit<ImportReport, 'problems'> | null
  problems: ImportProblem[]
}

export const UPLOADS = join(storagePath, 'uploads')

export function uploadFolder(id: number): string {
  return join(UPLOADS, String(id))
}

/** The file itself, under the name that its sender gave it: the import and the copy with errors repeat it. */
export function uploadedFile({ id, fileName }: Pick<Upload, 'id' | 'fileName'>): string {
  return join(uploadFolder(id), 'fichier', fileName)
}
