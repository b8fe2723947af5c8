/** SQL that writes an amount in cents as people read it: "1 234,56 €". */
export function sqlEuros(cents: string): string {
  return `translate(to_char((${cents}) / 100.0, 'FM999,999,999,999,990.00'), ',.', '\u202f,') || '\u00a0€'`
}

/** SQL that says in French what was expected and what is there, both in cents. */
export function sqlDiffers(expected: string, found: string): string {
  return `concat('attendu ', ${sqlEuros(expected)}, ', trouvé ', coalesce(${sqlEuros(found)}, 'rien'))`
}
