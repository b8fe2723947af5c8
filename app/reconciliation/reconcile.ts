import { CopyBuffer } from '#app/shared/copy_buffer'
import { copyText } from '#app/shared/copy'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { Finding } from '#app/reconciliation/findings/finding'
import { loadContext } from '#app/reconciliation/facts/form_context'
import { matchForm, type Match } from '#app/reconciliation/match'
import { matchSaisine } from '#app/reconciliation/match_saisine'
import { missingForm } from '#app/reconciliation/findings/missing_form'
import { orphanForms } from '#app/reconciliation/suggestions/orphan_forms'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { saisinesWithForms, type SaisineGroup } from '#app/reconciliation/facts/saisines_with_forms'

export interface ReconcileOptions {
  terms: ConventionTerms
  /** The day from which a form is late. */
  today: Day
  /** Days after which a form is missing when the convention sets no deadline. */
  missingFormDays: number
  /** The day, not included, up to which forms are settled; those received before it come first. */
  until?: Day
  /** Called once for each saisine that has forms, with the outcome of each. The connection is free: it may write. */
  onSaisine?: (group: SaisineGroup, matches: readonly Match[]) => Promise<void> | void
  /** Called after the last saisine: what it was writing ends here. */
  onLast?: () => Promise<void>
}

/** How many forms have each outcome, and how many findings each code. */
export interface Reconciliation {
  outcomes: Map<string, number>
  findings: Map<string, number>
  saisines: number
  forms: number
}

/**
 * Reconciles a convention anew: every form that claims it gets exactly one outcome and every finding, which
 * replace those of the last time. One pass over the saisines with their forms, in the order of the saisines.
 */
export async function reconcile(trx: Trx, options: ReconcileOptions): Promise<Reconciliation> {
  const { terms } = options
  const context = await loadContext(trx, terms.id)
  const notebook = new Notebook(terms.id)
  const orphans = await orphanForms(trx, terms.id, context)

  for (const group of await saisinesWithForms(trx, terms.id, context)) {
    const { saisine, forms } = group
    notebook.saisines++
    if (forms.length === 0) {
      const missing = missingForm(saisine, terms, options.today, options.missingFormDays)
      if (missing) notebook.noteSaisine(saisine, missing)
      continue
    }
    const matches = matchGroup(group, options)
    for (const match of matches) notebook.noteForm(match, saisine)
    const writing = options.onSaisine?.(group, matches)
    if (writing) await writing
  }
  await options.onLast?.()
  for (const { form, elsewhere } of orphans) {
    const match = matchForm(form, null, null, { retained: null, elsewhere })
    notebook.noteForm(match, elsewhere ?? null)
  }
  await notebook.write(trx)
  return notebook
}

/** A form received from the cutoff on never takes the place of one received before it: its turn is the next run. */
function matchGroup(
  { saisine, forms, settled }: SaisineGroup,
  { terms, until }: ReconcileOptions
): Match[] {
  const late = until === undefined ? [] : forms.filter(({ receivedOn }) => receivedOn >= until)
  if (late.length === 0) return matchSaisine(saisine, terms, forms, settled)
  const early = forms.filter((form) => !late.includes(form))
  const matches = matchSaisine(saisine, terms, early, settled)
  const retainedId = matches.find(({ outcome }) => outcome === 'RETENUE')?.formId
  const retained = early.find(({ id }) => id === retainedId) ?? null
  return [...matches, ...matchSaisine(saisine, terms, late, settled ?? retained)]
}

/** What the pass found, kept as text for COPY until the reading is over: one connection does one at a time. */
class Notebook implements Reconciliation {
  outcomes = new Map<string, number>()
  findings = new Map<string, number>()
  saisines = 0
  forms = 0
  readonly #outcomes = new CopyBuffer()
  readonly #findings = new CopyBuffer()

  constructor(readonly conventionId: number) {}

  noteForm(match: Match, saisine: SaisineFacts | null): void {
    this.forms++
    count(this.outcomes, match.outcome)
    this.#outcomes.add(
      `${match.formId}\t${this.conventionId}\t${saisine?.id ?? '\\N'}\t${match.outcome}`
    )
    for (const finding of match.findings) this.#note(finding, match.formId, null)
  }

  noteSaisine(saisine: SaisineFacts, finding: Finding): void {
    this.#note(finding, null, saisine.id)
  }

  async write(trx: Trx): Promise<void> {
    await rows(
      `DELETE FROM form_outcomes o WHERE convention_id = ? AND NOT EXISTS (
         SELECT FROM return_forms f WHERE f.id = o.form_id AND f.anonymised_at IS NOT NULL)`,
      [this.conventionId],
      trx
    )
    await trx.from('findings').where('convention_id', this.conventionId).delete()
    await this.#outcomes.copyInto(
      trx,
      'form_outcomes (form_id, convention_id, saisine_id, outcome)'
    )
    await this.#findings.copyInto(
      trx,
      'findings (convention_id, form_id, saisine_id, code, blocking, message, remedy)'
    )
  }

  #note(
    { code, blocks, message, remedy }: Finding,
    formId: number | null,
    saisineId: number | null
  ) {
    count(this.findings, code)
    const cells = [this.conventionId, formId, saisineId, code, blocks, message, remedy]
    this.#findings.add(cells.map(copyText).join('\t'))
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
