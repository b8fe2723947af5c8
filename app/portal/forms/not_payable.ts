import type { FormTrial } from '#app/portal/forms/try_form'
import type { Refused } from '#app/shared/result'

/** Why a form is not sent as it is: nothing would be paid for it. */
export function notPayable({ blocking }: FormTrial): Refused {
  return {
    refused: [
      {
        code: 'FICHE_NON_PAYABLE',
        message: 'Cette fiche ne serait pas payée.',
        remedy:
          'Corrigez-la, ou cochez «\u00a0Envoyer quand même\u00a0» si elle dit bien ce qui s’est passé.',
      },
      ...blocking.map(({ message, remedy }) => ({ code: 'CONSTAT', message, remedy })),
    ],
  }
}
