/**
 * What an association is told of its form: of one that answers another association's saisine, that only. The other
 * findings would tell it days and facts of a saisine that is not its own. For findings `n` of the form `f`.
 */
export const TOLD_TO_ASSOCIATION = `(n.code = 'MAUVAISE_ASSOCIATION' OR NOT EXISTS (SELECT FROM findings other
  WHERE other.form_id = f.id AND other.code = 'MAUVAISE_ASSOCIATION'))`
