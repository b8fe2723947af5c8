import { readFile } from 'node:fs/promises'
import type User from '#app/accounts/user'
import type { ConventionFile } from '#app/conventions/file/convention_file'
import { importConvention } from '#app/conventions/file/import_convention'
import { granted } from '#app/demo/granted'

export const DEMO_CONVENTIONS = ['AMF-2021', 'MIN-2023', 'FIC-2026'] as const

/** More than a saisine costs with any of the fictitious barèmes: the envelope follows the size of the demo. */
const ENVELOPE_PER_SAISINE = 60_000

/** The convention whose funder is late: its run must be allowed by a decision to advance the money. */
export const LATE_FUNDER = 'MIN-2023'

/** Loads the conventions of `resources/conventions`, with money enough for so many saisines of each. */
export async function importDemoConventions(
  coordinator: User,
  saisines: number,
  at: Date
): Promise<void> {
  const needed = ENVELOPE_PER_SAISINE * saisines
  for (const code of DEMO_CONVENTIONS) {
    const file = await conventionFile(code)
    const envelopes = file.envelopes.map((envelope) => ({ ...envelope, amountCents: needed }))
    const received = code === LATE_FUNDER ? Math.ceil(needed / 1000) : needed
    const receipts = file.receipts.map((receipt) => ({ ...receipt, amountCents: received }))
    granted(await importConvention(coordinator, { ...file, envelopes, receipts }, at))
  }
}

async function conventionFile(code: string): Promise<ConventionFile> {
  const url = new URL(`../../resources/conventions/${code}.json`, import.meta.url)
  return JSON.parse(await readFile(url, 'utf8')) as ConventionFile
}
