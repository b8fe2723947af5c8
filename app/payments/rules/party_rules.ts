import { findText } from '#app/payments/read_xml'
import { creditorsOf, debtorOf, partiesOf } from '#app/payments/rules/party'
import { HEADER, type Rule, type RuleFinding } from '#app/payments/rules/rule'
import { SEPA_LENGTHS } from '#app/payments/pain001/sepa_lengths'

export const partyRules: readonly Rule[] = [
  {
    code: 'NOM',
    level: 'error',
    *check(file) {
      yield* nameForm(HEADER, findText(file.header, 'InitgPty/Nm'))
      for (const { party, where } of partiesOf(file)) {
        if (party) yield* nameForm(where, findText(party, 'Nm'))
      }
    },
  },
  {
    code: 'DONNEUR_ORDRE',
    level: 'error',
    *check(file) {
      const { party, iban, where } = debtorOf(file)
      if (party && iban) return
      const message =
        'Le donneur d’ordre (Dbtr) ou l’IBAN de son compte (DbtrAcct) manque\u00a0: complétez les réglages.'
      yield { where, message }
    },
  },
  {
    code: 'BENEFICIAIRE',
    level: 'error',
    *check(file) {
      for (const { party, iban, where } of creditorsOf(file)) {
        if (party && iban) continue
        const message =
          'Le bénéficiaire (Cdtr) ou l’IBAN de son compte (CdtrAcct) manque\u00a0: complétez ses coordonnées bancaires.'
        yield { where, message }
      }
    },
  },
]

function* nameForm(where: string, name: string | null): Generator<RuleFinding> {
  if (name === null || name.trim() === '') {
    yield { where, message: 'Le nom (Nm) manque\u00a0: donnez celui du titulaire du compte.' }
  } else if (name.length > SEPA_LENGTHS.name) {
    yield { where, message: 'Le nom (Nm) passe 70 caractères\u00a0: abrégez-le.' }
  }
}
