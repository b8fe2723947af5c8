import type { SettingsInput } from '#app/network/settings/install_settings'

/** A federation that does not exist, with an account that no bank holds. */
export const DEMO_SETTINGS: SettingsInput = {
  federation: { name: 'Fédération fictive d’aide aux victimes', siren: '732829320' },
  address: {
    street: 'rue de l’Exemple',
    buildingNumber: '1',
    postcode: '75011',
    town: 'Paris',
    country: 'FR',
  },
  debtorIban: 'FR1420041010050500013M02606',
  debtorBic: 'PSSTFRPPLIL',
  coolingOffHours: 72,
  approvalBands: [{ fromCents: 0, approvals: 1 }],
  legalMentions: [
    'Données fictives de démonstration : aucun montant ni aucune association de ce document n’existe.',
  ],
  fictitious: true,
  missingFormDays: 90,
  reminderDays: 15,
  maskingThreshold: 5,
  batchBooking: true,
  painVersion: 'pain.001.001.09',
  bankLedger: {
    account: '512000',
    label: 'Banque (fictif)',
    journalCode: 'BQ',
    journalLabel: 'Banque',
  },
  payeePolicy: { RVMC: 'confirm', RVNM: 'block', RVNA: 'accept' },
}
