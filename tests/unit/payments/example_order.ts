import type { PaymentOrder, PaymentTransfer } from '#app/payments/pain001/payment_order'

export const TODAY = '2026-11-22'

const first: PaymentTransfer = {
  instructionId: 'VIR-2026-11-0001',
  endToEndId: 'REL-2026-11-0001',
  amount: 123456,
  creditorName: 'Association « Élan & Présence »',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP882',
  address: {
    street: 'Rue de l’Œuvre',
    buildingNumber: '12',
    postcode: '71000',
    town: 'Mâcon',
    country: 'FR',
  },
  remittance: 'Relevé REL-2026-11-0001 – saisines d’octobre 2026',
}

const second: PaymentTransfer = {
  instructionId: 'VIR-2026-11-0002',
  endToEndId: 'REL-2026-11-0002',
  amount: 5000,
  creditorName: 'ASSOCIATION FICTIVE DU LAC',
  iban: 'CH9300762011623852957',
  bic: 'UBSWCHZH80A',
  address: null,
  remittance: 'REL-2026-11-0002',
}

/** A small order in rule on 22/11/2026, executed on Tuesday 24: the federation and payees are fictitious. */
export function exampleOrder(change: Partial<PaymentOrder> = {}): PaymentOrder {
  return {
    messageId: 'CAMP-2026-11-A1',
    paymentInformationId: 'CAMP-2026-11-A1-1',
    createdAt: '2026-11-22T10:00:00',
    executionDate: '2026-11-24',
    batchBooking: true,
    debtor: {
      name: 'FÉDÉRATION FICTIVE',
      iban: 'FR1420041010050500013M02606',
      bic: 'PSSTFRPPLIL',
      address: {
        street: 'Place de l’Exemple',
        buildingNumber: null,
        postcode: '75011',
        town: 'PARIS',
        country: 'FR',
      },
    },
    transfers: [first, second],
    ...change,
  }
}

/** The same order with its second transfer changed. */
export function orderWithTransfer(change: Partial<PaymentTransfer>): PaymentOrder {
  return exampleOrder({ transfers: [first, { ...second, ...change }] })
}
