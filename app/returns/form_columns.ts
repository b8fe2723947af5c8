/** What names an account of the work: the saisine it answers, as its sender wrote it, and the sender. */
export const KEY = 'reference, convention_id, association_id'

/** What the account says. */
export const CONTENT =
  'received_on, first_contact_on, last_act_on, outcome, quantities, memo_de_vie, note'
