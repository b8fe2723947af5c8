import { isValidBIC } from 'ibantools'
import type { CellProblem } from '#app/network/directory/cell_problem'
import { checkIban } from '#app/network/bank_accounts/check_iban'
import type { NewAccount } from '#app/network/new_association'
import { maskIban } from '#app/shared/french_format'

const LONGEST_HOLDER = 140

/** Everything that forbids proposing the account, column by column; the IBAN is shown masked. */
export function accountProblems({ iban, bic, holder }: NewAccount): CellProblem[] {
  const problems: CellProblem[] = []
  if (holder === '' || holder.length > LONGEST_HOLDER) {
    problems.push({
      column: 'titulaire',
      value: holder,
      message:
        holder === ''
          ? 'Le titulaire du compte manque.'
          : `Le nom du titulaire dépasse ${LONGEST_HOLDER} caractères.`,
      remedy: 'Recopiez le nom exact du RIB\u00a0: la banque le compare à celui du compte.',
    })
  }
  const unreadable = checkIban(iban)
  if (unreadable) {
    const shown = iban === '' ? '' : maskIban(iban.slice(0, 2), iban.slice(-4))
    problems.push({ column: 'iban', value: shown, ...unreadable })
  }
  if (bic !== null && !isValidBIC(bic)) {
    problems.push({
      column: 'bic',
      value: bic,
      message: 'Ce BIC n’en est pas un.',
      remedy: 'Recopiez ses 8 ou 11 caractères du RIB, ou laissez vide pour une banque française.',
    })
  }
  return problems
}
