import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      -- What people write in the compte rendu financier of a convention and a year: its figures come from the books.
      CREATE TABLE financial_accounts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        convention_id bigint NOT NULL REFERENCES conventions,
        year integer NOT NULL CONSTRAINT financial_accounts_year CHECK (year BETWEEN 2000 AND 9999),
        texts jsonb NOT NULL DEFAULT '{}' CONSTRAINT financial_accounts_texts CHECK (jsonb_typeof(texts) = 'object'),
        amounts jsonb NOT NULL DEFAULT '{}' CONSTRAINT financial_accounts_amounts CHECK (jsonb_typeof(amounts) = 'object'),
        saved_by bigint NOT NULL REFERENCES users,
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT financial_accounts_once UNIQUE (convention_id, year)
      );

      -- Figures that others published: shown beside ours, each with its source and year, and never added to them.
      CREATE TABLE published_figures (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        year integer NOT NULL CONSTRAINT published_figures_year CHECK (year BETWEEN 2000 AND 9999),
        label text NOT NULL CONSTRAINT published_figures_label CHECK (length(label) BETWEEN 1 AND 200),
        value text NOT NULL CONSTRAINT published_figures_value CHECK (length(value) BETWEEN 1 AND 60),
        source text NOT NULL CONSTRAINT published_figures_source CHECK (length(source) BETWEEN 1 AND 200),
        added_by bigint REFERENCES users,
        added_at timestamptz NOT NULL DEFAULT now(),
        removed_by bigint REFERENCES users,
        removed_at timestamptz,
        CONSTRAINT published_figures_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL))
      );
      CREATE UNIQUE INDEX published_figures_once ON published_figures (year, label, source) WHERE removed_at IS NULL;
      INSERT INTO published_figures (year, label, value, source) VALUES
        (2023, 'Faits de violence contre des élus', '2 759', 'CALAE'),
        (2024, 'Faits de violence contre des élus', '2 501', 'CALAE'),
        (2024, 'Part des menaces et outrages', '68 %', 'CALAE'),
        (2024, 'Part des violences physiques', '10 %', 'CALAE'),
        (2024, 'Part des maires parmi les victimes', '64 %', 'CALAE'),
        (2024, 'Part des adjoints et conseillers parmi les victimes', '18 %', 'CALAE'),
        (2024, 'Part des parlementaires parmi les victimes', '13 %', 'CALAE');
    `)
  }
}
