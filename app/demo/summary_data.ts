import type { PlayedQuarter } from '#app/demo/play_quarter'
import { findingGaps, mergedCounts } from '#app/demo/finding_gaps'
import type { DemoDocuments } from '#app/demo/write_demo_documents'

/** The summary of the demo for machines. */
export function summaryData(
  { plan, imports, runs, order, answers }: PlayedQuarter,
  documents: DemoDocuments,
  seconds: number
) {
  const findings = mergedCounts(runs.map(({ calculation }) => calculation.reconciliation.findings))
  return {
    seconds,
    saisines: plan.saisines.length,
    forms: plan.forms.length,
    imports,
    runs: runs.map(({ run, calculation, statements, held }) => ({
      id: run.id,
      code: run.code,
      totalCents: run.totalCents,
      lines: calculation.lines,
      statements,
      held,
    })),
    findings: Object.fromEntries(findings),
    gaps: findingGaps(findings, plan.expected.findings),
    order,
    answers,
    documents,
  }
}
