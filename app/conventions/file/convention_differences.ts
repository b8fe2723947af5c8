import { isDeepStrictEqual } from 'node:util'
import type Convention from '#app/conventions/convention'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { conventionFacts, type ConventionFacts } from '#app/conventions/convention_facts'
import { newParts } from '#app/conventions/file/new_parts'
import { recordedParts, type RecordedParts } from '#app/conventions/file/recorded_parts'
import { overlap } from '#app/shared/period'
import type { Reason } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

/** What the file contradicts of the recorded convention, path by path; additions contradict nothing. */
export async function conventionDifferences(
  trx: Trx,
  convention: Convention,
  file: ConventionFile
): Promise<Reason[]> {
  const recorded = await recordedParts(trx, convention.id)
  const added = newParts(recorded, file)
  const amended = amendedFacts(added.amendments)
  return [
    ...factDifferences(convention, file, amended),
    ...partDifferences(recorded, file),
    ...added.feeSchedules.flatMap((schedule) => scheduleDifferences(recorded, file, schedule)),
    ...listDifferences('amendments', recorded.amendments, added.amendments, sameNumber),
    ...(amended.has('envelopes') ? [] : envelopeDifferences(recorded, added.envelopes)),
    ...listDifferences('receipts', recorded.receipts, added.receipts, sameReference),
  ]
}

function factDifferences(
  convention: Convention,
  file: ConventionFile,
  amended: ReadonlySet<string>
): Reason[] {
  const stated = conventionFacts(file)
  return Object.keys(stated)
    .filter((key) => !amended.has(key))
    .filter((key) => {
      const value = stated[key as keyof ConventionFacts]
      return !isDeepStrictEqual(value, convention[key as keyof ConventionFacts])
    })
    .map((key) =>
      difference(key, 'Un fait de la convention ne change que par un avenant du fichier.')
    )
}

/** A new amendment accounts for the facts that it names, and for new envelopes when it names `envelopes`. */
function amendedFacts(amendments: ConventionFile['amendments']): ReadonlySet<string> {
  const keys = amendments.flatMap(({ changes }) => Object.keys(changes))
  const deadline = keys.includes('deadline')
  return new Set([...keys, ...(deadline ? ['deadlineFrom', 'deadlineDays', 'deadlineEffect'] : [])])
}

function partDifferences(recorded: RecordedParts, file: ConventionFile): Reason[] {
  const reasons: Reason[] = []
  if (recorded.funder.code !== file.funder.code) {
    reasons.push(difference('funder.code', 'Une convention ne change pas de financeur.'))
  }
  const { funderAccount } = file
  if (
    recorded.funderAccount &&
    funderAccount &&
    !isDeepStrictEqual(recorded.funderAccount, funderAccount)
  ) {
    reasons.push(
      difference(
        'funderAccount',
        'Le compte du financeur se change à la page des versements reçus ; le fichier reprend celui qui est enregistré.'
      )
    )
  }
  for (const key of ['accountMapping', 'reallocationAuthority'] as const) {
    if (recorded[key] === null || isDeepStrictEqual(recorded[key], file[key])) continue
    reasons.push(difference(key, 'Ce qui est enregistré reste\u00a0: reprenez-le dans le fichier.'))
  }
  return reasons
}

function scheduleDifferences(
  recorded: RecordedParts,
  file: ConventionFile,
  schedule: ConventionFile['feeSchedules'][number]
): Reason[] {
  const rival = recorded.feeSchedules.some(
    ({ live, validity }) => live && overlap(validity, schedule)
  )
  if (!rival) return []
  return [
    difference(
      `feeSchedules.${file.feeSchedules.indexOf(schedule)}`,
      'Un barème en vigueur se remplace en publiant une nouvelle version, par un fichier de barèmes.'
    ),
  ]
}

function envelopeDifferences(
  recorded: RecordedParts,
  added: ConventionFile['envelopes']
): Reason[] {
  const remedy =
    'Une enveloppe ne change que par un nouvel avenant du fichier, dont «\u00a0changes\u00a0» contient la clé «\u00a0envelopes\u00a0».'
  return listDifferences('envelopes', recorded.envelopes, added, overlap, remedy)
}

function listDifferences<Item>(
  path: string,
  recorded: readonly Item[],
  added: readonly Item[],
  rivals: (a: Item, b: Item) => boolean,
  remedy = 'Reprenez ce qui est enregistré.'
): Reason[] {
  return added
    .filter((item) => recorded.some((other) => rivals(item, other)))
    .map((item) => difference(`${path} ${JSON.stringify(item)}`, remedy))
}

const sameNumber = (a: { number: number }, b: { number: number }) => a.number === b.number
const sameReference = (a: { reference: string }, b: { reference: string }) =>
  a.reference === b.reference

function difference(path: string, remedy: string): Reason {
  return {
    code: 'CONVENTION_DIFFERENTE',
    message: `${path}\u00a0: le fichier contredit la convention enregistrée.`,
    remedy,
  }
}
