import type { HttpRequest } from '@adonisjs/core/http'
import type { SettingsInput } from '#app/network/settings/install_settings'
import { PAYEE_DEEDS, PAYEE_DOUBTS, type PayeePolicy } from '#app/shared/payee_policy'
import { parseAmountCents, parseQuantity } from '#app/shared/french_parse'
import type { Reason, Refused } from '#app/shared/result'
import type { ApprovalBand, BankLedger } from '#app/shared/settings'
import { isSiren } from '#app/shared/siret'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** Rows of the form for the bands of approval. */
export const BAND_ROWS = [1, 2, 3, 4] as const

const BIC = /^[A-Z0-9]{8}([A-Z0-9]{3})?$/
const PAIN_VERSIONS = ['pain.001.001.09', 'pain.001.001.03'] as const

type Request = Pick<HttpRequest, 'input'>

/** The settings as the form states them, without the account and the demonstration’s flag; or each fault by its field. */
export function typedSettings(
  request: Request
): Omit<SettingsInput, 'debtorIban' | 'fictitious'> | Refused {
  const settings = {
    federation: {
      name: typed(request, 'nom', 200),
      siren: typed(request, 'siren', 20).replaceAll(/\s/g, ''),
    },
    address: {
      street: typedOrNull(request, 'voie'),
      buildingNumber: typedOrNull(request, 'numero'),
      postcode: typed(request, 'code_postal', 16),
      town: typed(request, 'commune', 70),
      country: typed(request, 'pays', 2).toUpperCase(),
    },
    debtorBic: typed(request, 'bic', 20).replaceAll(/\s/g, '').toUpperCase() || null,
    coolingOffHours: parseQuantity(typed(request, 'delai_compte', 10)) ?? -1,
    missingFormDays: parseQuantity(typed(request, 'jours_fiche', 10)) ?? -1,
    reminderDays: parseQuantity(typed(request, 'jours_relance', 10)) ?? -1,
    maskingThreshold: parseQuantity(typed(request, 'seuil_masquage', 10)) ?? -1,
    painVersion:
      PAIN_VERSIONS.find((version) => version === typed(request, 'version_pain')) ??
      PAIN_VERSIONS[0],
    batchBooking: typed(request, 'debit') === 'groupe',
    legalMentions: typed(request, 'mentions')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    approvalBands: typedBands(request),
    bankLedger: typedBankLedger(request),
    payeePolicy: typedPayeePolicy(request),
  }
  const refused = [
    ...faults(settings),
    ...bandFaults(request, settings.approvalBands),
    ...bankLedgerFaults(request),
  ]
  if (refused.length > 0) return { refused }
  return settings
}

type Typed = Omit<SettingsInput, 'debtorIban' | 'fictitious'>

function faults({ federation, address, ...rest }: Typed): Reason[] {
  const checks: [holds: boolean, field: string, message: string, remedy: string][] = [
    [
      federation.name.length >= 1 && federation.name.length <= 70,
      'nom',
      'Le nom manque, ou dépasse 70 caractères.',
      'C’est celui que les banques lisent.',
    ],
    [isSiren(federation.siren), 'siren', 'Le SIREN est faux.', 'Recopiez ses neuf chiffres.'],
    [
      address.postcode !== '',
      'code_postal',
      'Le code postal manque.',
      'Les relevés et la banque l’impriment.',
    ],
    [address.town !== '', 'commune', 'La commune manque.', 'Les relevés et la banque l’impriment.'],
    [
      /^[A-Z]{2}$/.test(address.country),
      'pays',
      'Le pays s’écrit en deux lettres.',
      'Pour la France\u00a0: FR.',
    ],
    [
      rest.debtorBic === null || BIC.test(rest.debtorBic),
      'bic',
      'Le BIC a huit ou onze caractères.',
      'Recopiez-le du relevé de la banque, ou laissez vide.',
    ],
    [
      rest.coolingOffHours >= 0,
      'delai_compte',
      'Le délai est un nombre d’heures.',
      'De 0 à 9999\u00a0; 72 pour trois jours.',
    ],
    [
      rest.missingFormDays >= 1,
      'jours_fiche',
      'C’est un nombre de jours, 1 au moins.',
      'Par exemple 90.',
    ],
    [
      rest.reminderDays >= 1 && rest.reminderDays <= 365,
      'jours_relance',
      'C’est un nombre de jours, de 1 à 365.',
      'Par exemple 15.',
    ],
    [
      rest.maskingThreshold >= 1,
      'seuil_masquage',
      'C’est un nombre, 1 au moins.',
      '5 masque les nombres de 1 à 4\u00a0; 1 ne masque rien.',
    ],
  ]
  return checks
    .filter(([holds]) => !holds)
    .map(([, field, message, remedy]) => ({ code: 'REGLAGE_FAUX', message, remedy, field }))
}

const BANK_LEDGER_FIELDS = [
  'compte_banque',
  'libelle_banque',
  'journal_banque',
  'nom_journal',
] as const

function typedBankLedger(request: Request): BankLedger | null {
  const [account, label, journalCode, journalLabel] = BANK_LEDGER_FIELDS.map((name) =>
    typed(request, name, 60)
  ) as [string, string, string, string]
  return account === '' ? null : { account, label, journalCode, journalLabel }
}

/** All four, or none: an entry needs its account, its journal and their names. */
function bankLedgerFaults(request: Request): Reason[] {
  const given = BANK_LEDGER_FIELDS.filter((name) => typed(request, name, 60) !== '')
  const missing = BANK_LEDGER_FIELDS.filter((name) => !given.includes(name))
  const account = typed(request, 'compte_banque', 60)
  if (account !== '' && !/^\d{3,}$/.test(account)) {
    return [
      {
        code: 'REGLAGE_FAUX',
        message: 'Le compte de la banque dans les livres a trois chiffres au moins.',
        remedy: 'Demandez-le au comptable, par exemple un compte 512.',
        field: 'compte_banque',
      },
    ]
  }
  if (given.length === 0 || missing.length === 0) return []
  return [
    {
      code: 'REGLAGE_FAUX',
      message: 'Le compte de la banque, son libellé et son journal vont ensemble.',
      remedy: 'Remplissez les quatre, ou aucun.',
      field: missing[0],
    },
  ]
}

function typedPayeePolicy(request: Request): PayeePolicy {
  const deeds = PAYEE_DOUBTS.map((doubt) => {
    const deed = typed(request, `beneficiaire_${doubt.toLowerCase()}`)
    return [doubt, PAYEE_DEEDS.find((one) => one === deed) ?? 'block'] as const
  })
  return Object.fromEntries(deeds) as Record<(typeof PAYEE_DOUBTS)[number], PayeePolicy['RVMC']>
}

function typedBands(request: Request): ApprovalBand[] {
  return BAND_ROWS.flatMap((rank) => {
    const from = typed(request, `seuil_${rank}`, 40)
    const approvals = parseQuantity(typed(request, `approbations_${rank}`, 10))
    const fromCents = parseAmountCents(from)
    return fromCents === null || approvals === null ? [] : [{ fromCents, approvals }]
  })
}

function bandFaults(request: Request, bands: readonly ApprovalBand[]): Reason[] {
  const unread = BAND_ROWS.filter(
    (rank) =>
      (typed(request, `seuil_${rank}`) || typed(request, `approbations_${rank}`)) &&
      !bandAt(request, rank)
  )
  const reasons = unread.map((rank) => ({
    code: 'REGLAGE_FAUX',
    message: `Le palier ${rank} ne se lit pas.`,
    remedy: 'Un montant à partir de 0, et un nombre d’approbations de 1 à 9.',
    field: `seuil_${rank}`,
  }))
  if (reasons.length > 0) return reasons
  if (!bands.some(({ fromCents }) => fromCents === 0)) {
    return [
      {
        code: 'PALIER_ZERO',
        message: 'Aucun palier ne commence à zéro.',
        remedy: 'Le premier vaut pour tous les montants.',
        field: 'seuil_1',
      },
    ]
  }
  if (new Set(bands.map(({ fromCents }) => fromCents)).size < bands.length) {
    return [
      {
        code: 'PALIER_DOUBLE',
        message: 'Deux paliers commencent au même montant.',
        remedy: 'Gardez l’un des deux.',
        field: 'seuil_1',
      },
    ]
  }
  return []
}

function bandAt(request: Request, rank: number): boolean {
  const fromCents = parseAmountCents(typed(request, `seuil_${rank}`, 40))
  const approvals = parseQuantity(typed(request, `approbations_${rank}`, 10))
  return (
    fromCents !== null && fromCents >= 0 && approvals !== null && approvals >= 1 && approvals <= 9
  )
}
