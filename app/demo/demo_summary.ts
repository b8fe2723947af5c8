import { findingGaps, mergedCounts } from '#app/demo/finding_gaps'
import { runFolder, type PlayedQuarter } from '#app/demo/play_quarter'
import type { DemoDocuments } from '#app/demo/write_demo_documents'
import { outcomeLabel } from '#app/reconciliation/reconciliation_lines'
import { quarterLabel } from '#app/shared/day'
import { formatAmount, formatNumber, plural } from '#app/shared/french_format'
import { textTable } from '#app/shared/text_table'

/** What a person reads when the quarter has been played. */
export function demoSummary(
  played: PlayedQuarter,
  documents: DemoDocuments,
  seconds: number,
  out: string
): string[] {
  return [
    '',
    `${quarterLabel(played.plan.quarterStart)} — données fictives, jouées en ${formatNumber(Math.round(seconds * 10) / 10)} s`,
    '',
    ...reading(played),
    '',
    'Campagnes',
    ...campaigns(played),
    '',
    'Constats',
    ...findings(played),
    '',
    ...money(played, documents),
    '',
    'Documents',
    ...places(played, documents, out),
    '',
    'Et maintenant',
    ...next(played, out),
  ]
}

function reading({ associations, imports, plan }: PlayedQuarter): string[] {
  return [
    `${plural(associations, 'association')}, ${plural(imports.files, 'fichier lu', 'fichiers lus')} : ${plural(plan.saisines.length, 'saisine')} et ${plural(plan.forms.length, 'fiche')} retour.`,
  ]
}

function campaigns({ runs }: PlayedQuarter): string[] {
  return textTable(
    runs.map(({ run, calculation, statements, held }) => [
      `  ${run.code}`,
      plural(statements, 'relevé'),
      plural(calculation.lines, 'ligne'),
      formatAmount(run.totalCents!),
      held.length > 0 ? `(retenue : ${held.join(', ')})` : '',
    ])
  )
}

function findings({ runs, plan }: PlayedQuarter): string[] {
  const found = mergedCounts(runs.map(({ calculation }) => calculation.reconciliation.findings))
  const gaps = findingGaps(found, plan.expected.findings)
  const rows = [...found].sort((a, b) => b[1] - a[1])
  return [
    ...textTable(rows.map(([code, count]) => [`  ${outcomeLabel(code)}`, formatNumber(count)])),
    gaps.length === 0
      ? '  ✓ ce sont, au compte près, ceux que le générateur avait semés'
      : `  ✗ écart avec ce qui était semé : ${gaps.join(', ')}`,
  ]
}

function money(
  { order, answers }: PlayedQuarter,
  { invariants, breaches }: DemoDocuments
): string[] {
  return [
    `Ordre ${order.messageId} : ${plural(order.transfers, 'virement')}, ${formatAmount(order.totalCents)}.`,
    `Réponse de la banque, en ${plural(answers.files, 'fichier')} : ${plural(answers.executed, 'virement exécuté', 'virements exécutés')}, ${plural(answers.rejected, 'rejeté')}, ${plural(answers.returned, 'retourné')} ; ${plural(answers.open, 'suspens', 'suspens')} à rapprocher.`,
    breaches === 0
      ? `✓ ${plural(invariants, 'invariant')} des comptes vérifiés, aucun écart.`
      : `✗ ${plural(breaches, 'invariant')} en défaut : ./ace ledger:check`,
  ]
}

function places(
  played: PlayedQuarter,
  { files, bankFile, entriesFile }: DemoDocuments,
  out: string
): string[] {
  return [
    ...played.runs.map(
      (one) => `  ${runFolder(out, one)}/  relevés PDF et Excel, classeur de la campagne, ZIP`
    ),
    `  ${bankFile}  fichier de virements (pain.001.001.09)`,
    `  ${entriesFile}  écritures, en 18 colonnes`,
    `  ${played.answers.folder}/  ce que la banque a répondu`,
    `  ${out}/fichiers/  ce que les bureaux ont envoyé ; a-refuser/ : ce qui ne doit pas entrer`,
    `  (${plural(files, 'document')} en tout)`,
  ]
}

function next({ runs, refusals, people, order }: PlayedQuarter, out: string): string[] {
  const refusal = refusals.find(({ refuses }) => refuses === 'rows')!
  return [
    `  ./ace runs:show ${runs[0]!.run.id}`,
    '  ./ace reconciliation:show --convention AMF-2021',
    '  ./ace statements:explain REL-2026-000001 1   (pourquoi ce montant ?)',
    '  ./ace payments:open   (ce que la banque a dit, et qui attend une personne)',
    '  ./ace ledger:check',
    `  ./ace intake:import ${refusal.kind} ${refusal.path} --as ${people.coordinator.email}   (refusé, et dit pourquoi)`,
    `  ./ace payments:file ${order.id} --out ${out}/reprise.xml --as ${people.finance.email}`,
  ]
}
