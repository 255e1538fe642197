import vue from 'eslint-plugin-vue';
import ts from 'typescript-eslint';

const officeOnly = ['element-plus', 'element-plus/*', 'echarts', 'echarts/*'];

/** What a folder must not import: the rules a workspace of packages would have enforced. */
function mayNotImport(patterns) {
  return { 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group })) }] };
}

export default ts.config(
  { ignores: ['node_modules', 'dist', 'test-results', 'playwright-report'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      // Prettier has the last word on how a template is laid out.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/shared/**'],
    rules: mayNotImport([
      officeOnly,
      ['**/console/**', '**/field/**', '**/resident/**', '@app/**'],
    ]),
  },
  {
    files: ['src/field/**'],
    rules: mayNotImport([officeOnly, ['**/console/**', '**/resident/**']]),
  },
  {
    files: ['src/resident/**'],
    rules: mayNotImport([officeOnly, ['**/console/**', '**/field/**', 'dexie']]),
  },
  {
    files: ['src/console/**'],
    rules: mayNotImport([['**/field/**', '**/resident/**', 'dexie', 'workbox-*']]),
  },
);
