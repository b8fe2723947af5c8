/**
 * What an association lacks to be paid, in words, for a query that names `associations` a: the same facts as the gates
 * of a run, which give the reasons and the remedies.
 */
export const PAYMENT_GAPS = `array_remove(ARRAY[
  CASE WHEN NOT EXISTS (SELECT 1 FROM memberships m WHERE m.association_id = a.id
    AND daterange(m.starts_on, m.ends_on) @> CURRENT_DATE) THEN 'une adhésion en cours' END,
  CASE WHEN a.accredited_until < CURRENT_DATE THEN 'un agrément en cours' END,
  (SELECT CASE
      WHEN b.id IS NULL AND EXISTS (SELECT 1 FROM bank_accounts p WHERE p.association_id = a.id
        AND p.approved_at IS NULL AND p.replaced_at IS NULL) THEN 'l’approbation de son compte'
      WHEN b.id IS NULL THEN 'des coordonnées bancaires'
      WHEN b.blocked_at IS NOT NULL THEN 'un compte qui ne soit pas bloqué'
      WHEN b.payable_from > now() THEN 'la fin du délai de son compte' END
    FROM (SELECT 1) one LEFT JOIN bank_accounts b ON b.association_id = a.id
      AND b.approved_at IS NOT NULL AND b.replaced_at IS NULL),
  CASE WHEN EXISTS (SELECT 1 FROM disputes d WHERE d.association_id = a.id AND d.closed_at IS NULL)
    THEN 'une réponse à sa réclamation' END
], NULL)`
