import { MONEY } from '#app/accounts/access'
import type { Role } from '#app/accounts/user'

/** What the field of the search announces to a role: only what it may find. */
export function searchHint(role: Role): string {
  if (role === 'admin') return 'Personne, courriel…'
  return seesMoney(role)
    ? 'Saisine, relevé, montant, virement, IBAN…'
    : 'Saisine, association, fichier importé…'
}

/** What one may type, for the role that reads. */
export function searchExamples(role: Role): string[] {
  if (role === 'admin') return ['le nom ou le courriel d’une personne']
  const cases = [
    'la référence d’une saisine',
    'le nom, le code ou le SIRET d’une association (une partie du nom suffit)',
    'le nom d’un fichier importé (une partie suffit)',
  ]
  if (!seesMoney(role)) return cases
  return [
    ...cases,
    'le numéro d’un relevé, la référence d’un virement, un ordre, une campagne, une convention',
    'un montant\u00a0: 1\u202f234,56 ou 1234.56',
    'les quatre derniers caractères d’un IBAN',
  ]
}

function seesMoney(role: Role): boolean {
  return (MONEY as readonly Role[]).includes(role)
}
