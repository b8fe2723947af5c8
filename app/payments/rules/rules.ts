import { accountRules } from '#app/payments/rules/account_rules'
import { addressRules } from '#app/payments/rules/address_rules'
import { amountRules } from '#app/payments/rules/amount_rules'
import { characterRules } from '#app/payments/rules/character_rules'
import { dateRules } from '#app/payments/rules/date_rules'
import { identifierRules } from '#app/payments/rules/identifier_rules'
import { partyRules } from '#app/payments/rules/party_rules'
import { remittanceRules } from '#app/payments/rules/remittance_rules'
import { repetitionRules } from '#app/payments/rules/repetition_rules'
import type { Rule } from '#app/payments/rules/rule'
import { serviceRules } from '#app/payments/rules/service_rules'

/** Every rule that the ISO schema leaves to the sender, in the order of a file’s reading. */
export const RULES: readonly Rule[] = [
  ...characterRules,
  ...identifierRules,
  ...amountRules,
  ...dateRules,
  ...serviceRules,
  ...partyRules,
  ...accountRules,
  ...addressRules,
  ...remittanceRules,
  ...repetitionRules,
]
