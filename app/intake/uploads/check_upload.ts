import { runImport, type ImportReport } from '#app/intake/run_import'
import { readTitles } from '#app/intake/uploads/read_titles'
import { writeChecked } from '#app/intake/uploads/read_upload'
import { uploadedFile, type CheckedUpload, type Upload } from '#app/intake/uploads/upload'
import { isRefused, type Reason } from '#app/shared/result'
import { importKind } from '#start/import_kinds'

/** Reads the whole file, writes nothing of it, and keeps what it found beside it. */
export async function checkUpload(
  upload: Upload,
  progress?: (rowsRead: number) => void
): Promise<CheckedUpload> {
  const kind = await importKind(upload.kind)
  const path = uploadedFile(upload)
  const told = new Map(upload.titles)
  const { actorId, sender } = upload
  const options = { actorId, sender, titles: told, dryRun: true, progress }
  const result = await runImport(kind, path, options)
  const problems = 'problems' in result ? result.problems : []
  const { refused, report } = isRefused(result)
    ? { refused: result.refused, report: null }
    : { refused: [], report: result }
  const asksTitles = isAboutTitles(refused) || (report?.ignoredColumns.length ?? 0) > 0
  const titles = asksTitles ? await readTitles(path, await kind.columns(), [...told.keys()]) : []
  const checked: CheckedUpload = {
    refused,
    titles,
    report: report && withoutProblems(report),
    problems,
  }
  await writeChecked(upload.id, checked)
  return checked
}

function withoutProblems({ problems: _kept, ...report }: ImportReport): CheckedUpload['report'] {
  return report
}

function isAboutTitles(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => code === 'COLONNE_MANQUANTE' || code === 'no_header')
}
