import { checkAccount } from '#app/payments/check_account'
import type { Pain001File } from '#app/payments/pain001/open_pain001'
import { findText } from '#app/payments/read_xml'
import { creditorsOf, debtorOf, partiesOf, type Party } from '#app/payments/rules/party'
import type { Rule } from '#app/payments/rules/rule'
import { isEeaCountry } from '#app/payments/sepa_countries'

export const accountRules: readonly Rule[] = [
  accountRule('IBAN', partiesOf),
  accountRule('CLE_RIB', partiesOf),
  accountRule('HORS_SEPA', partiesOf),
  accountRule('BIC', partiesOf),
  accountRule('BIC_HORS_EEE', creditorsOf),
  {
    code: 'BIC_SUPERFLU',
    level: 'warning',
    *check(file) {
      for (const { iban, bic, where } of creditorsOf(file)) {
        if (bic === null || !isEeaCountry(iban?.slice(0, 2) ?? '')) continue
        const message =
          'Le BIC (CdtrAgt) est inutile dans l’Espace économique européen et peut contredire l’IBAN\u00a0: retirez-le.'
        yield { where, message }
      }
    },
  },
  {
    code: 'BANQUE_DEBITRICE',
    level: 'error',
    *check(file) {
      const { bank, bic, where } = debtorOf(file)
      if (bic !== null || (bank && findText(bank, 'Othr/Id') === 'NOTPROVIDED')) return
      const message =
        'La banque du donneur d’ordre (DbtrAgt) manque\u00a0: donnez son BIC, ou Othr/Id NOTPROVIDED.'
      yield { where, message }
    },
  },
]

/** The file’s accounts obey the rules of the network’s accounts, in the same words. */
function accountRule(code: string, parties: (file: Pain001File) => Party[]): Rule {
  return {
    code,
    level: 'error',
    *check(file) {
      for (const party of parties(file)) {
        for (const reason of accountReasons(party)) {
          if (reason.code === code) yield { where: party.where, message: reason.message }
        }
      }
    },
  }
}

/** A missing IBAN or name belongs to the rules on parties, and is not told twice. */
function accountReasons({ party, iban, bic }: Party) {
  if (!iban) return []
  const at = (path: string) => party && findText(party, path)
  return checkAccount({
    iban,
    bic,
    holder: at('Nm') ?? '',
    country: at('PstlAdr/Ctry'),
    department: at('PstlAdr/PstCd'),
  })
}
