// Which tests failed and with what words, from what the runners wrote down: told again at the very end of a run,
// as what is printed in between is long, and may be cut where it is kept.

import { existsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { readJson } from '../setup/read-json.mjs';

/**
 * @typedef {{ name: string, status: string, message?: string,
 *   assertionResults: { fullName: string, status: string, failureMessages?: string[] | null }[] }} VitestFile
 * @typedef {{ testResults: VitestFile[] }} VitestReport
 * @typedef {{ message?: string }} Told
 * @typedef {{ title: string, ok: boolean, tests: { results: { errors?: Told[] }[] }[] }} PlaywrightSpec
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[], errors: Told[] }} PlaywrightReport
 */

const LINES_EACH = 12;

/**
 * @param {string} title
 * @param {readonly (string | undefined)[]} messages
 */
function told(title, messages) {
  const words = stripVTControlCharacters(messages.filter(Boolean).join('\n')).trim();
  const lines = words.split('\n').slice(0, LINES_EACH);
  return [`- ${title}`, ...lines.map((line) => `    ${line}`)].join('\n').trimEnd();
}

/**
 * @param {VitestFile} file
 * @returns {string[]}
 */
function failuresInFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [told(name, [message])] : [];
  return failed.map((test) => told(`${name}: ${test.fullName}`, test.failureMessages ?? []));
}

/** @param {VitestReport} report */
export const vitestFailures = (report) => report.testResults.flatMap(failuresInFile);

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failuresInSuite({ title, suites = [], specs = [] }) {
  const own = specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      return told(
        `${title}: ${spec.title}`,
        results.flatMap((result) => result.errors ?? []).map((error) => error.message),
      );
    });
  return [...own, ...suites.flatMap(failuresInSuite)];
}

/** @param {PlaywrightReport} report */
export const playwrightFailures = ({ suites, errors }) => [
  ...errors.map((error) => told('outside of any test', [error.message])),
  ...suites.flatMap(failuresInSuite),
];

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => string[]} list
 * @returns {string[]}
 */
export const failuresFrom = (file, list) => (existsSync(file) ? list(readJson(file)) : []);
