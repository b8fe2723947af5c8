import type { RefusalTerms } from '../sheet_refusals.ts'
import type { SheetLimits } from './limits.ts'
import type { PackedRows } from './row_batch.ts'
import type { Candidate, Choice, SheetSource } from './source.ts'

/** The first message to the worker. */
export interface ReadingOrder {
  path: string
  limits: SheetLimits
}

/** What the worker says, in this order; a refusal may come at any moment and is the last word. */
export type FromWorker =
  | { say: 'candidates'; format: SheetSource['format']; candidates: Candidate[] }
  | { say: 'rows'; batch: PackedRows }
  | { say: 'end' }
  | { say: 'refused'; terms: RefusalTerms }

/** What the worker waits for: the choice once, then leave to send one more batch. */
export type ToWorker = { choose: Choice } | { more: true }
