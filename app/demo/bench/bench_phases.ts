import { cpuSeconds, sumCosts, type Cost } from '#app/demo/bench/measure'
import type { Bench } from '#app/demo/bench/run_bench'

export interface Bound {
  label: string
  cost: Cost
}

export interface PhaseReport {
  key: string
  label: string
  /** What the phase does, and what it leaves out. */
  contains: string
  cost: Cost
  count: Count
  bound?: Bound
}

type Count = [n: number, unit: string]

/** The phases of the measure: those of the product in their order, then its documents drawn alone. */
export function benchPhases(bench: Bench): PhaseReport[] {
  return [...calculationPhases(bench), ...issuePhases(bench), ...documentPhases(bench)]
}

function calculationPhases({ phases, sql, world }: Bench): PhaseReport[] {
  const { read, reconcile, calculate, price } = phases
  const readRows: Count = [phases.rowsRead, 'lignes lues']
  return [
    {
      key: 'read',
      label: 'Lecture des fichiers',
      contains:
        'empreinte, lecture, contrôle de chaque cellule, écriture en base ; fils de dessin démarrés',
      cost: read,
      count: readRows,
    },
    {
      key: 'reconcile',
      label: 'Rapprochement seul',
      contains: 'une issue par fiche et tous les constats, écrits en base',
      cost: reconcile,
      count: [world.forms, 'fiches'],
    },
    {
      key: 'calculate',
      label: 'Rapprochement et chiffrage',
      contains:
        'la même passe, plus le prix de chaque fiche retenue, et ses lignes écrites en base',
      cost: calculate,
      count: [phases.lines, 'lignes écrites'],
    },
    {
      key: 'price',
      label: '  dont chiffrage pur',
      contains: 'le seul calcul en mémoire, mesuré à part ; le reste de l’écart est l’écriture',
      cost: price.cost,
      count: [price.forms, 'fiches'],
    },
    {
      key: 'files_to_lines',
      label: 'Des fichiers aux lignes',
      contains: 'lecture des fichiers, puis rapprochement et chiffrage',
      cost: sumCosts([read, calculate]),
      count: readRows,
      bound: { label: 'SQL nu', cost: sql.cost },
    },
  ]
}

function issuePhases({ phases: { issue, lines, check } }: Bench): PhaseReport[] {
  const checked: PhaseReport = {
    key: 'check',
    label: 'Vérification des comptes',
    contains: 'tous les invariants de ledger:check',
    cost: check.cost,
    count: [lines, 'lignes'],
  }
  if (!issue) return [checked]
  return [
    {
      key: 'approve',
      label: 'Contrôles et approbation',
      contains: 'soumission, contrôles avant paiement, approbation',
      cost: issue.approve,
      count: [lines, 'lignes'],
    },
    {
      key: 'issue',
      label: 'Émission',
      contains: 'relevés numérotés, écritures, PDF et classeurs (en parallèle), archive',
      cost: issue.cost,
      count: [lines, 'lignes'],
    },
    {
      key: 'bank_file',
      label: 'Fichier de virements',
      contains: 'ordre, pain.001, contrôles, relecture indépendante',
      cost: issue.bankFile,
      count: [issue.statements, 'virements'],
    },
    checked,
  ]
}

function documentPhases({ documents }: Bench): PhaseReport[] {
  if (!documents) return []
  const { bare } = documents
  return [
    {
      key: 'pdf',
      label: 'PDF seuls',
      contains: 'les relevés dessinés à nouveau, dans un seul fil, sans archive',
      cost: documents.pdf,
      count: [documents.pages, 'pages'],
      bound: { label: 'pdfkit nu, police incorporée', cost: bare.embedded },
    },
    {
      key: 'workbook',
      label: 'Classeurs seuls',
      contains: 'ceux des relevés et celui de la campagne, dans un seul fil, sans archive',
      cost: documents.workbook,
      count: [documents.workbooks, 'classeurs'],
      bound: { label: 'exceljs nu', cost: bare.workbook },
    },
  ]
}

/** How many times a bound a work costs, by the clock and by the processor. */
export function ratios(cost: Cost, bound: Cost): { wall: number; cpu: number } {
  return {
    wall: cost.wallSeconds / bound.wallSeconds,
    cpu: cpuSeconds(cost) / cpuSeconds(bound),
  }
}
