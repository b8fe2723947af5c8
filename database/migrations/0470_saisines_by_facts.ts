import { BaseSchema } from '@adonisjs/lucid/schema'

/** The list of saisines narrows to some facts, and offers those that there are. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw('CREATE INDEX saisines_facts ON saisines (facts) WHERE facts IS NOT NULL')
  }

  override async down() {
    this.schema.raw('DROP INDEX saisines_facts')
  }
}
