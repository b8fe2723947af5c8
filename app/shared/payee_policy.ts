/** What the bank of an account answers of its holder’s name, when it is not a match. */
export const PAYEE_DOUBTS = ['RVMC', 'RVNM', 'RVNA'] as const

export type PayeeDoubt = (typeof PAYEE_DOUBTS)[number]

/** What is done of an account in doubt: no order pays it; one does once somebody confirmed it; it is paid. */
export const PAYEE_DEEDS = ['block', 'confirm', 'accept'] as const

export type PayeeDeed = (typeof PAYEE_DEEDS)[number]

export type PayeePolicy = Readonly<Record<PayeeDoubt, PayeeDeed>>
