import type { RunData, RunStatement, StatementData } from '#app/statements/content/statement_data'
import { longStatement, statementSample } from '#tests/unit/statements/statement_sample'

/** A run of two statements: 1 574,55 € and 90,00 €, the second held. */
export function runSample(): RunData {
  const first = statementSample()
  const second = { ...longStatement(2), number: 'ELUS-2026-00043' }
  const { convention, run, issuedOn, issuedAt, fictitious, federation } = first
  return {
    code: run.code,
    until: run.until,
    convention,
    issuedOn,
    issuedAt,
    fictitious,
    federation,
    statements: [summary(first, null), summary(second, 'Réclamation ouverte')],
    schedules: [
      {
        label: 'Barème 2026',
        from: '2026-01-01',
        to: null,
        serviceCode: 'SAISINE',
        serviceLabel: 'Forfait saisine',
        unit: 'per_saisine',
        amount: 4_500,
        cap: null,
      },
      {
        label: 'Barème 2025',
        from: '2025-01-01',
        to: '2026-01-01',
        serviceCode: 'PSY',
        serviceLabel: 'Entretien psychologique',
        unit: 'per_act',
        amount: 6_250,
        cap: 0,
      },
    ],
    controls: [
      { label: 'Somme des relevés = somme des lignes', expected: 166_455, found: 166_455 },
      { label: 'Somme des écritures = somme des relevés', expected: 166_455, found: 166_454 },
    ],
    findings: [{ code: 'HORS_DELAI', label: 'Fiches reçues hors délai', count: 3 }],
    details: [detail(first), detail(second)],
  }
}

function summary(data: StatementData, heldReason: string | null): RunStatement {
  return {
    number: data.number,
    associationCode: data.association.code,
    associationName: data.association.name,
    lineCount: data.lines.length,
    total: data.total,
    payable: data.payable,
    carried: data.carried,
    heldReason,
  }
}

function detail(data: StatementData) {
  const { number, association, lines, corrections, carriedForward, rejected } = data
  return {
    number,
    associationCode: association.code,
    associationName: association.name,
    lines,
    corrections,
    carriedForward,
    rejected,
  }
}
