import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

export const PRICING = [
  sqlInvariant('UN_SEUL_BAREME', 'Chaque fiche payée l’est par un seul barème, valable à sa date', {
    counted: `SELECT count(*) FROM settlement_lines WHERE kind = 'service'`,
    offending: `
      SELECT format('ligne %s', line.id) AS subject, CASE
          WHEN schedule.id IS NULL THEN 'barème introuvable'
          WHEN schedule.convention_id <> runs.convention_id THEN 'barème d’une autre convention'
          WHEN fee.service_code <> line.service_code THEN format('ligne de barème de la prestation %s', fee.service_code)
          WHEN fee.amount_cents <> line.unit_cents THEN ${sqlDiffers('fee.amount_cents', 'line.unit_cents')}
          WHEN schedule.superseded_at <= runs.issued_at THEN format('barème « %s » remplacé avant l’émission', schedule.label)
          ELSE format('barème « %s » non valable le %s', schedule.label, to_char(line.priced_on, 'DD/MM/YYYY')) END AS fault
      FROM settlement_lines line JOIN runs ON runs.id = line.run_id
      LEFT JOIN fees fee ON fee.id = line.fee_id
      LEFT JOIN fee_schedules schedule ON schedule.id = fee.fee_schedule_id
      WHERE line.kind = 'service' AND runs.issued_at IS NOT NULL AND (schedule.id IS NULL
        OR schedule.convention_id <> runs.convention_id OR schedule.superseded_at <= runs.issued_at
        OR fee.service_code <> line.service_code OR fee.amount_cents <> line.unit_cents
        OR line.priced_on < schedule.starts_on OR line.priced_on >= schedule.ends_on)
      UNION ALL
      SELECT format('fiche %s', form_id), 'lignes de plusieurs barèmes'
      FROM settlement_lines JOIN fees ON fees.id = fee_id JOIN runs ON runs.id = run_id
      WHERE kind = 'service' AND runs.issued_at IS NOT NULL
      GROUP BY form_id, run_id HAVING min(fee_schedule_id) <> max(fee_schedule_id)`,
  }),
  sqlInvariant('PAYE_UNE_FOIS', 'Une prestation d’une saisine n’est payée qu’une fois', {
    counted: `SELECT count(*) FROM settlement_lines WHERE kind = 'service'`,
    offending: `
      SELECT format('saisine %s', saisine_id) AS subject,
        format('prestation %s payée %s fois', service_code, count(*)) AS fault
      FROM settlement_lines WHERE kind = 'service'
      GROUP BY saisine_id, service_code HAVING count(*) > 1`,
  }),
  sqlInvariant(
    'UNE_ISSUE_PAR_FICHE',
    'Une fiche a une issue, une saisine au plus une fiche retenue',
    {
      counted: 'SELECT count(*) FROM form_outcomes',
      offending: `
      SELECT format('fiche %s', form_id) AS subject, format('%s issues', count(*)) AS fault
      FROM form_outcomes GROUP BY form_id HAVING count(*) > 1
      UNION ALL
      SELECT format('saisine %s', saisine_id), format('%s fiches retenues', count(*))
      FROM form_outcomes WHERE outcome = 'RETENUE' GROUP BY saisine_id HAVING count(*) > 1
      UNION ALL
      SELECT format('fiche %s', form_id), 'payée sans issue de rapprochement'
      FROM settlement_lines line JOIN runs ON runs.id = line.run_id
      WHERE kind = 'service' AND runs.issued_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM form_outcomes WHERE form_outcomes.form_id = line.form_id)
      GROUP BY form_id`,
    }
  ),
]
