/** Barèmes with their lines, as ScheduleTerms, for a query that names `fee_schedules` s. */
export const SCHEDULE_TERMS = `
  json_build_object('id', s.id, 'label', s.label,
    'validity', json_build_object('from', s.starts_on, 'to', s.ends_on),
    'fees', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'serviceCode', f.service_code,
        'label', f.label, 'unit', f.unit, 'amount', f.amount_cents, 'cap', f.cap, 'outcomes', f.outcomes,
        'beneficiaries', f.beneficiaries, 'position', f.position) ORDER BY f.position), '[]')
      FROM fees f WHERE f.fee_schedule_id = s.id))`
