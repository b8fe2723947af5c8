import type { KnownTransfer } from '#app/payments/bank/known_transfers'
import type { OpenReason } from '#app/payments/bank/decision'
import type { Cents } from '#app/shared/cents'
import { formatAmount, plural } from '#app/shared/french_format'

const CALL =
  'Appelez la banque avant toute chose, puis classez cette ligne avec ce qu’elle a répondu.'
const MATCH = 'Rapprochez cette ligne du virement qu’elle paie, ou classez-la avec une raison.'

const STATE_WORDS = {
  issued: 'n’est pas encore exécuté',
  accepted: 'n’est pas encore exécuté',
  executed: 'est déjà exécuté',
  rejected: 'a été rejeté',
  returned: 'est déjà revenu',
} as const

export function otherCurrency(currency: string): OpenReason {
  return {
    code: 'DEVISE',
    message: `La banque parle en ${currency}\u00a0: les virements sont en euros.`,
    remedy: CALL,
  }
}

export function otherAmount({ endToEndId, amount }: KnownTransfer, told: Cents): OpenReason {
  return {
    code: 'MONTANT',
    message: `La banque dit ${formatAmount(told)}, et le virement ${endToEndId} est de ${formatAmount(amount)}.`,
    remedy: CALL,
  }
}

export function alreadyThere({ endToEndId, state }: KnownTransfer, deed: string): OpenReason {
  return {
    code: 'ETAT',
    message: `La banque ${deed} le virement ${endToEndId}, qui ${STATE_WORDS[state]}.`,
    remedy:
      state === 'issued' || state === 'accepted'
        ? 'Importez le relevé de compte qui porte son débit\u00a0: cette ligne sera reprise toute seule.'
        : CALL,
  }
}

export function creditOfOurs({ endToEndId }: KnownTransfer): OpenReason {
  return {
    code: 'CREDIT_A_VERIFIER',
    message: `Un crédit porte la référence ${endToEndId}, et la banque ne dit pas que c’est un retour.`,
    remedy:
      'Voyez qui l’a envoyé\u00a0: rapprochez-le du virement s’il en est le retour, ou classez-le.',
  }
}

export function lotTotal(told: Cents, waiting: readonly KnownTransfer[], sum: Cents): OpenReason {
  return {
    code: 'TOTAL_DU_LOT',
    message: `La banque a débité ${formatAmount(told)} pour ce lot\u00a0; ${plural(waiting.length, 'virement y attend', 'virements y attendent')} son débit, pour ${formatAmount(sum)}.`,
    remedy:
      'Demandez à la banque le détail du lot. Un crédit qui rend des virements rejetés réglera l’écart tout seul.',
  }
}

export function unknownTransfer(reference: string): OpenReason {
  return {
    code: 'VIREMENT_INCONNU',
    message: `Aucun de nos virements ne porte la référence «\u00a0${reference}\u00a0».`,
    remedy: MATCH,
  }
}

export function twoTransfers(one: KnownTransfer, other: KnownTransfer): OpenReason {
  return {
    code: 'REFERENCES_CONTRAIRES',
    message: `La banque nomme à la fois les virements ${one.endToEndId} et ${other.endToEndId}.`,
    remedy: CALL,
  }
}

export const NO_REFERENCE = {
  debit: {
    code: 'DEBIT_SANS_REFERENCE',
    message: 'Ce débit ne porte la référence d’aucun de nos virements.',
    remedy: MATCH,
  },
  credit: {
    code: 'CREDIT',
    message: 'De l’argent est arrivé, sans référence d’un de nos virements.',
    remedy: 'Rapprochez-le du versement d’un financeur ou d’un virement revenu, ou classez-le.',
  },
  returned: {
    code: 'RETOUR_INCONNU',
    message: 'Un virement est revenu, et rien ne dit lequel.',
    remedy: 'Rapprochez-le du virement revenu\u00a0: l’association attend son argent.',
  },
} as const satisfies Record<string, OpenReason>

export function unknownOrder(orderId: string | null): OpenReason {
  return {
    code: 'ORDRE_INCONNU',
    message: `La banque répond à l’ordre «\u00a0${orderId ?? 'sans nom'}\u00a0», qui n’est pas d’ici.`,
    remedy: 'Vérifiez que ce fichier vient bien de votre banque, puis classez cette ligne.',
  }
}

export function unknownStatus(status: string): OpenReason {
  return {
    code: 'STATUT_INCONNU',
    message: `La banque dit «\u00a0${status}\u00a0», un statut que le logiciel ne connaît pas.`,
    remedy: 'Demandez-lui ce qu’il veut dire, puis classez cette ligne avec sa réponse.',
  }
}

export function otherOrder(
  orderId: string,
  told: { count: number | null; sum: Cents | null }
): OpenReason {
  const parts = [
    told.count === null ? null : plural(told.count, 'virement'),
    told.sum === null ? null : formatAmount(told.sum),
  ].filter((one) => one !== null)
  return {
    code: 'ORDRE_DIFFERENT',
    message: `La banque a reçu ${parts.join(' pour ')}\u00a0: l’ordre ${orderId} n’est pas celui-là.`,
    remedy: CALL,
  }
}
