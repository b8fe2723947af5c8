import { benchFigures } from '#app/demo/bench/bench_figures'
import { benchPhases, ratios, type PhaseReport } from '#app/demo/bench/bench_phases'
import type { Cost } from '#app/demo/bench/measure'
import type { Bench } from '#app/demo/bench/run_bench'
import { formatAmount, formatNumber, plural } from '#app/shared/french_format'
import { textTable } from '#app/shared/text_table'

/** What a person reads of a measure. */
export function benchLines(bench: Bench): string[] {
  const phases = benchPhases(bench)
  return [
    '',
    ...heading(bench),
    '',
    ...textTable([HEAD, ...phases.map(phaseRow)]),
    '',
    'Ce que contient chaque phase',
    ...textTable(
      phases.map(({ label, contains, count: [, unit] }) => [`  ${label}`, `${contains} (${unit})`])
    ),
    '',
    'Bornes nues, mesurées à l’instant',
    ...bounds(bench),
    '',
    ...summary(bench),
  ]
}

const HEAD = ['Phase', 'durée s', 'CPU Node', 'CPU base', 'par s', 'pic Mo', '× durée', '× CPU', '']

function heading({ machine, world, setup, phases }: Bench): string[] {
  const { cores, load, node, postgres } = machine
  const mix = world.mix === 'offices' ? 'fichiers de bureaux, CSV et XLSX' : 'deux fichiers CSV'
  return [
    `${plural(world.saisines, 'saisine')}, ${plural(world.forms, 'fiche')} (${mix}), ${plural(phases.lines, 'ligne')} — données fictives`,
    `${plural(cores, 'cœur')}, charge ${decimal(load)} avant de commencer, Node ${node}, PostgreSQL ${postgres}, base à part`,
    `Préparation (hors mesure) : ${decimal(setup.wallSeconds)} s. Le pic est celui du processus, fils compris, sans la base.`,
    ...(phases.issue
      ? []
      : ['Documents non émis : au-delà de 100 000 saisines, ajoutez --documents.']),
  ]
}

function phaseRow({ label, cost, count: [n], bound }: PhaseReport): string[] {
  const ratio = bound && ratios(cost, bound.cost)
  return [
    label,
    ...costCells(cost),
    formatNumber(Math.round(n / cost.wallSeconds)),
    formatNumber(Math.round(cost.peakBytes / 1e6)),
    ratio ? decimal(ratio.wall) : '',
    ratio ? decimal(ratio.cpu) : '',
    bound ? bound.label : '',
  ]
}

function bounds({ sql, documents, phases, machine }: Bench): string[] {
  const bare = documents?.bare
  const { pages = 0 } = documents ?? {}
  const costs: [string, Cost, string][] = [
    ['  SQL nu', sql.cost, 'COPY des mêmes lignes en texte, une jointure, un CASE, une somme'],
  ]
  if (bare) {
    costs.push(
      [
        '  pdfkit nu, police incorporée',
        bare.embedded,
        `les mêmes lignes sur ${plural(pages, 'page')}`,
      ],
      ['  pdfkit nu, Helvetica', bare.helvetica, 'de même'],
      ['  exceljs nu', bare.workbook, 'mêmes feuilles, mêmes cellules, sans mise en forme']
    )
  }
  const same = sql.retainedCents === phases.run.totalCents
  return [
    ...textTable(costs.map(([label, cost, what]) => [label, ...costCells(cost), what])),
    `  Total du produit ${formatAmount(phases.run.totalCents!)} ; du SQL nu, sans aucun contrôle, ${formatAmount(sql.totalCents)}`,
    same
      ? '  ✓ sur les seules fiches que le produit retient, le SQL nu trouve le même total au centime'
      : `  ✗ sur les seules fiches que le produit retient, le SQL nu trouve ${formatAmount(sql.retainedCents)}`,
    ...(sql.cost.serverCpuSeconds === null
      ? [
          `  Le temps de PostgreSQL n’est pas lisible d’ici : « CPU » ne compte que Node (${machine.node}).`,
        ]
      : []),
  ]
}

function summary(bench: Bench): string[] {
  const { quarter, filesToLines, toPlainSql, peakBytes } = benchFigures(bench)
  const { breaches, invariants } = bench.phases.check
  return [
    ...(quarter
      ? [
          `Des fichiers aux PDF, classeurs, virements et écritures : ${decimal(quarter.wallSeconds)} s (but pour 20 000 saisines : 6 s)`,
        ]
      : []),
    `Des fichiers aux lignes : ${decimal(filesToLines.wallSeconds)} s, ${decimal(toPlainSql.wall)} fois le SQL nu (but : 3), ${decimal(toPlainSql.cpu)} en CPU`,
    `Pic de mémoire : ${formatNumber(Math.round(peakBytes / 1e6))} Mo (but : moins de 1 000)`,
    breaches === 0
      ? `✓ ${plural(invariants, 'invariant')} des comptes vérifiés`
      : `✗ ${plural(breaches, 'invariant')} en défaut`,
  ]
}

function costCells({ wallSeconds, nodeCpuSeconds, serverCpuSeconds }: Cost): string[] {
  const server = serverCpuSeconds === null ? '' : decimal(serverCpuSeconds)
  return [decimal(wallSeconds), decimal(nodeCpuSeconds), server]
}

/** Two decimals, as in French. */
function decimal(value: number): string {
  return value.toFixed(2).replace('.', ',')
}
