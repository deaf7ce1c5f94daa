using TakedownCases.Verify;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return VerifyExports.Run(args, Console.Out, Console.Error);
