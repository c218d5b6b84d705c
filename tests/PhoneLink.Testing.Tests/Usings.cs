global using FluentAssertions;
global using PhoneLink.Testing;
global using Xunit;
