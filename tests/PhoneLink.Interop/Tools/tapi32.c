/*
 * A telephony library that places no calls. It notes in the file %TAPI_LOG% what it is asked, a line a call: its own name with the entry point's
 * letter, then each field in hexadecimal bytes up to its null, or "null"; waits %TAPI_WAIT% milliseconds, and answers %TAPI_CODE%. Compile
 * with -DNAME="..."; with -DWIDE it has both entry points, else the ANSI one alone, as old systems have it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

static void note(FILE *log, const unsigned char *text, size_t unit)
{
    if (!text) {
        fputs("|null", log);
        return;
    }

    fputc('|', log);
    for (; text[0] || text[unit - 1]; text += unit)
        for (size_t i = 0; i < unit; i++)
            fprintf(log, "%02X", text[i]);
}

static LONG answer(const char *entry, size_t unit, const void *address, const void *application, const void *party, const void *comment)
{
    const char *path = getenv("TAPI_LOG"), *code = getenv("TAPI_CODE"), *wait = getenv("TAPI_WAIT");
    FILE *log = path ? fopen(path, "a") : NULL;
    if (log) {
        fprintf(log, "%s.%s", NAME, entry);
        note(log, address, unit);
        note(log, application, unit);
        note(log, party, unit);
        note(log, comment, unit);
        fputc('\n', log);
        fclose(log);
    }

    Sleep(wait ? strtoul(wait, NULL, 10) : 0);
    return code ? strtol(code, NULL, 10) : 0;
}

__declspec(dllexport) LONG WINAPI tapiRequestMakeCallA(LPCSTR address, LPCSTR application, LPCSTR party, LPCSTR comment)
{
    return answer("A", sizeof(CHAR), address, application, party, comment);
}

#ifdef WIDE
__declspec(dllexport) LONG WINAPI tapiRequestMakeCallW(LPCWSTR address, LPCWSTR application, LPCWSTR party, LPCWSTR comment)
{
    return answer("W", sizeof(WCHAR), address, application, party, comment);
}
#endif
