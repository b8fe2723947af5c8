import type { RefusalTerms } from '../sheet_refusals.ts'

/**
 * Carries a refusal out of the parsers’ callbacks. Only the worker’s outer loop catches it: beyond
 * that boundary a refusal is a value.
 */
export class RefusedFile extends Error {
  readonly terms: RefusalTerms

  constructor(terms: RefusalTerms) {
    super(terms[0])
    this.terms = terms
  }
}

/** Stops the reading with that refusal. */
export function refuse(...terms: RefusalTerms): never {
  throw new RefusedFile(terms)
}
