/** Dates, numbers and lengths in the current language; everything goes through Intl. */
import { language, t } from './index.svelte';

/** English is that of Europe: day before month, 24 hours. */
const LOCALE = { ca: 'ca-ES', es: 'es-ES', en: 'en-GB' } as const;

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>();

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>(
  key: string,
  make: () => T,
): T {
  const found = cache.get(key);
  if (found) return found as T;
  const made = make();
  cache.set(key, made);
  return made;
}

function dates(style: string, options: Intl.DateTimeFormatOptions) {
  const lang = language();
  return cached(`${style}-${lang}`, () => new Intl.DateTimeFormat(LOCALE[lang], options));
}

/** 22 November 2026 */
export const date = (time: string) =>
  dates('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(time));
/** 22/11/2026 */
export const shortDate = (time: string) =>
  dates('short', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(time));
/** 22 November 2026 at 23:20 */
export const dateTime = (time: string) =>
  dates('time', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
/** Thursday 3 December, 18:00 CET */
export const appointment = (time: string) =>
  dates('appointment', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(time));
/** From one day to another. */
export const dateRange = (from: string, to: string) =>
  dates('date', { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(new Date(from), new Date(to));
/** The day and the short month, for a calendar leaf. */
export const leaf = (time: string) => ({
  day: dates('leaf-day', { day: 'numeric' }).format(new Date(time)),
  month: dates('leaf-month', { month: 'short' }).format(new Date(time)),
});

export const number = (value: number, digits = 0) => {
  const lang = language();
  return cached(
    `n${digits}-${lang}`,
    () => new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: digits }),
  ).format(value);
};
/** 46 %; takes 0 to 100. */
export const percent = (value: number) => {
  const lang = language();
  return cached(
    `%-${lang}`,
    () => new Intl.NumberFormat(LOCALE[lang], { style: 'percent', maximumFractionDigits: 0 }),
  ).format(value / 100);
};
/** 45 min, 1 h 30 min */
export const length = (minutes: number) => {
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return t.common.minutesShort(rest);
  return rest === 0
    ? t.common.hoursShort(hours)
    : `${t.common.hoursShort(hours)} ${t.common.minutesShort(rest)}`;
};
/** 3:05, for a place in a video. */
export const clock = (seconds: number) => {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes % 60)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};
/** a, b and c */
export const list = (words: string[]) => {
  const lang = language();
  return cached(`l-${lang}`, () => new Intl.ListFormat(LOCALE[lang], { type: 'conjunction' })).format(words);
};
