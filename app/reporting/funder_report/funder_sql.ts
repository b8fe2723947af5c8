import { PAID_LINES } from '#app/reporting/paid_lines_sql'

/** Each query takes the convention and the two days, once or as many times as it says. */

/** Saisines of which a service was paid, once each. */
const SAISINES = `SELECT DISTINCT saisine_id FROM (${PAID_LINES}) l WHERE l.kind = 'service'`

/** Three times: statements and lines, then what the books say of the same statements. */
export const MONEY = `
  SELECT (SELECT count(*) FROM statements st JOIN runs r ON r.id = st.run_id WHERE r.convention_id = ?
      AND (st.issued_at AT TIME ZONE 'Europe/Paris')::date BETWEEN ? AND ?) AS statements,
    count(*) FILTER (WHERE kind = 'service') AS lines, coalesce(sum(amount_cents), 0)::bigint AS cents,
    count(DISTINCT l.saisine_id) FILTER (WHERE kind = 'correction') AS corrected,
    count(*) FILTER (WHERE kind = 'correction') AS "correctionLines",
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'correction'), 0)::bigint AS "correctionCents",
    count(*) FILTER (WHERE kind NOT IN ('service', 'correction')) AS "otherLines",
    coalesce(sum(amount_cents) FILTER (WHERE kind NOT IN ('service', 'correction')), 0)::bigint AS "otherCents",
    (SELECT coalesce(sum(p.credit_cents - p.debit_cents), 0)::bigint FROM journal_entries e
      JOIN journal_postings p ON p.entry_id = e.id AND p.auxiliary IS NOT NULL
      JOIN statements st ON st.id = e.statement_id JOIN runs r ON r.id = st.run_id
      WHERE e.kind = 'statement_issue' AND r.convention_id = ?
        AND (st.issued_at AT TIME ZONE 'Europe/Paris')::date BETWEEN ? AND ?) AS "bookedCents"
  FROM (${PAID_LINES}) l`

export const SERVICES = `
  SELECT service_code AS code, max(label) AS label, sum(lines)::bigint AS saisines, sum(acts)::bigint AS acts,
    sum(cents)::bigint AS cents, json_agg(json_build_object('price', unit_cents, 'acts', acts) ORDER BY unit_cents) AS prices,
    bool_or(by_person) AS "byPerson", CASE WHEN bool_and(capped) THEN max(cap) END AS cap,
    CASE WHEN count(DISTINCT coalesce(beneficiaries, '{}')) = 1 THEN max(beneficiaries) END AS beneficiaries
  FROM (SELECT l.service_code, l.unit_cents, max(f.label) AS label, count(*) AS lines,
      bool_or(f.unit = 'per_saisine') AS by_person, bool_and(f.cap IS NOT NULL) AS capped, max(f.cap) AS cap,
      max(f.beneficiaries) AS beneficiaries, sum(l.quantity_retained) AS acts, sum(l.amount_cents) AS cents
    FROM (${PAID_LINES}) l JOIN fees f ON f.id = l.fee_id WHERE l.kind = 'service' GROUP BY 1, 2) priced
  GROUP BY service_code ORDER BY service_code`

/** Who asked is the mandate of the élus, and the group of the others: a relative has no mandate to tell apart. */
export const PARTITIONS = `
  SELECT grouping(s.beneficiary) = 0 AS profile, grouping(s.facts) = 0 AS fact, grouping(s.department) = 0 AS place,
    s.beneficiary, s.mandate, s.facts, s.department, count(*) AS count
  FROM (${SAISINES}) paid JOIN (SELECT id, beneficiary, facts, department,
      CASE WHEN beneficiary = 'elu' THEN mandate ELSE '' END AS mandate FROM saisines) s ON s.id = paid.saisine_id
  GROUP BY GROUPING SETS ((s.beneficiary, s.mandate), (s.facts), (s.department), ())
  ORDER BY s.department, s.facts NULLS LAST, s.beneficiary, s.mandate`

export const CROSSING = `
  SELECT s.department, l.service_code AS service, count(*) AS count
  FROM (${PAID_LINES}) l JOIN saisines s ON s.id = l.saisine_id WHERE l.kind = 'service' GROUP BY 1, 2 ORDER BY 1, 2`

export const OPENED = `
  SELECT to_char(day, 'YYYY-MM') AS month, sum(n)::bigint AS count FROM (
    SELECT date_trunc('month', opened_on) AS day, count(*) AS n FROM saisines
    WHERE convention_id = ? AND opened_on BETWEEN ? AND ? GROUP BY 1) AS months GROUP BY 1 ORDER BY 1`

export const FORMS = `
  SELECT CASE WHEN o.outcome IS NULL THEN 'waiting' WHEN o.outcome = 'RETENUE' THEN 'retained' ELSE 'refused' END AS state,
    count(*) AS count
  FROM return_forms f LEFT JOIN form_outcomes o ON o.form_id = f.id
  WHERE f.convention_id = ? AND f.received_on BETWEEN ? AND ? GROUP BY 1 ORDER BY 1`

/** Of the cases that keep their days: the purge moves them to the first of their quarter. */
export const DELAYS = `
  SELECT d.what, count(days) AS saisines, percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS median,
    percentile_disc(0.9) WITHIN GROUP (ORDER BY days) AS ninth
  FROM (SELECT DISTINCT saisine_id, form_id, issued_on FROM (${PAID_LINES}) l WHERE l.kind = 'service') paid
  JOIN saisines s ON s.id = paid.saisine_id JOIN return_forms f ON f.id = paid.form_id
  CROSS JOIN LATERAL (VALUES (1, 'contact', f.first_contact_on - s.opened_on), (2, 'form', f.received_on - s.opened_on),
    (3, 'payment', paid.issued_on - f.received_on)) AS d (rank, what, days)
  WHERE s.anonymised_at IS NULL AND f.anonymised_at IS NULL
  GROUP BY d.rank, d.what ORDER BY d.rank`

export const RECEIPTS = `
  SELECT count(*) AS count, coalesce(sum(amount_cents), 0)::bigint AS cents FROM living_receipts
  WHERE convention_id = ? AND received_on BETWEEN ? AND ?`
