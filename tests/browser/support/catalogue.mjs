// What the catalogue must find, worked out from the course files and not from the program.
import { sampleCourses } from './course.mjs';

const BANDS = ['basic', 'intermediate', 'advanced', 'highly-advanced'];
const HOUR = 60;

export const bandOf = (level) => BANDS[Math.ceil(level / 2) - 1];
const lengthOf = (minutes) => (minutes <= HOUR ? 'short' : minutes <= 3 * HOUR ? 'medium' : 'long');

/** The values of a course for each filter. */
const VALUES = {
  format: (course) => [course.kind],
  level: (course) => [bandOf(course.level)],
  language: (course) => course.languages,
  competence: (course) => (course.competence ?? []).map((one) => one.id),
  audience: (course) => course.audiences,
  sector: (course) => course.sectors,
  duration: (course) => [lengthOf(course.minutes)],
};
export const FILTERS = Object.keys(VALUES);

/** The courses that fit one value of a filter. */
export const fitting = (filter, value) => sampleCourses().filter((course) => VALUES[filter](course).includes(value));

/** A value that some courses have and others have not, so that choosing it shows something. */
export function telling(filter) {
  const courses = sampleCourses();
  const values = [...new Set(courses.flatMap(VALUES[filter]))].sort();
  return values.find((value) => fitting(filter, value).length < courses.length) ?? values[0];
}

/** The name of a value on the screen. */
export function nameOf(words, filter, value) {
  const { common, open } = words;
  return {
    format: common.kind,
    level: common.band,
    language: common.languageNames,
    competence: open.catalogue.competence,
    audience: common.audience,
    sector: common.sector,
    duration: common.duration,
  }[filter][value];
}
