import type { Reason } from '#app/shared/result'

/** What decides of the account that a funder’s money is credited to. */
interface MappedAccounts {
  treatment: string
  chargeAccount: string
  payableAccount: string
}

/** Why a funder’s money cannot be credited to that account, or null. Without a mapping nothing forbids it yet. */
export function funderAccountProblem(
  mapping: MappedAccounts | null,
  account: string
): Omit<Reason, 'field'> | null {
  if (mapping?.treatment === 'transit' && account !== mapping.chargeAccount) {
    return {
      code: 'COMPTE_DE_TRANSIT',
      message: `L’argent de cette convention ne fait que passer\u00a0: il entre et sort par le même compte, ${mapping.chargeAccount}, et non ${account}.`,
      remedy: `Prenez le compte ${mapping.chargeAccount}, que débitent ses relevés.`,
    }
  }
  if (account === mapping?.payableAccount) {
    return {
      code: 'COMPTE_DES_ASSOCIATIONS',
      message: `Le compte ${account} est celui des sommes à payer aux associations\u00a0: un versement du financeur n’en paie aucune.`,
      remedy: 'Demandez à l’expert-comptable le compte du financeur.',
    }
  }
  return null
}
